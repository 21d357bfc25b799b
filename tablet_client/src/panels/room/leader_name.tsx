import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import type { View } from "./view.ts";

/** Who turns the pages, while the meeting is open. */
export function LeaderName({ room, view }: { room: Room; view: View }) {
  const w = words.value.lead;
  if (view.state.phase !== "open") return null;
  const lead = view.state.lead;
  const text = room.leading.value ? w.you : lead === null ? w.nobody : w.led(lead.name);
  return (
    <span
      class={lead === null ? "leader-name quiet" : "leader-name"}
      data-testid="leader-name"
      data-leader={lead?.seat_id ?? ""}
    >
      {lead !== null && <span class="lead-dot" />}
      <span class="oneline">{text}</span>
    </span>
  );
}
