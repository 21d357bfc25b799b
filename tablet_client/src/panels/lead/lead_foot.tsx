import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import { NARROW, useMedia } from "../parts/use_media.ts";
import { PageNumber } from "../room/page_number.tsx";
import { Thumbnails } from "../room/thumbnails.tsx";
import type { View } from "../room/view.ts";
import { AllowWriting } from "./allow_writing.tsx";
import { LeadHands } from "./lead_hands.tsx";
import type { Lectern } from "./lectern.ts";

interface LeadFootProps {
  visit: Visit;
  view: View;
  lectern: Lectern;
}

/** The presenter's hands at the left, pages in the middle, back and forward at the right thumb. */
export function LeadFoot({ visit, view, lectern }: LeadFootProps) {
  const w = words.value.room;
  const { room } = visit;
  const narrow = useMedia(NARROW);
  const { at, held } = view;
  return (
    <footer class="lead-foot">
      {room.leading.value && <LeadHands visit={visit} lectern={lectern} />}
      {narrow && room.leading.value && <AllowWriting room={room} />}
      <Thumbnails visit={visit} view={view} />
      <div class="lead-turn">
        <PageNumber visit={visit} view={view} />
        <button
          type="button"
          class="button turn"
          data-testid="previous-page"
          aria-label={w.previousPage}
          disabled={held || at <= (view.packet[0]?.number ?? 1)}
          onClick={() => room.step(-1)}
        >
          <Icon name="previous" /> {w.previous}
        </button>
        <button
          type="button"
          class="button primary turn"
          data-testid="next-page"
          aria-label={w.nextPage}
          disabled={held || at >= (view.packet.at(-1)?.number ?? 0)}
          onClick={() => room.step(1)}
        >
          {w.next} <Icon name="next" />
        </button>
      </div>
    </footer>
  );
}
