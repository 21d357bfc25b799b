import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Tools } from "../room/tools.tsx";

/** The pens, beside the page while they are in use. */
export function LeadTools({ visit }: { visit: Visit }) {
  return (
    <section class="room-tools lead-tools" aria-label={words.value.tools.title}>
      <Tools ink={visit.ink} reader={visit.reader} pointer={false} />
    </section>
  );
}
