import type { Visit } from "../doors.ts";
import type { View } from "../room/view.ts";
import { leftNames } from "./left_count.ts";
import { leftInkLater, leftOpen } from "./left_open.ts";
import { seenNotes } from "./seen_notes.ts";

/** The look through ink without a place, while it is open; who has looked is not told again. */
export function LeftInk({ visit, view }: { visit: Visit; view: View }) {
  if (!leftOpen.value) return null;
  return (
    <leftInkLater.Part
      visit={visit}
      view={view}
      onClose={() => {
        leftOpen.value = false;
        seenNotes(visit.kept.seat.seat_id).add(leftNames(visit));
      }}
    />
  );
}
