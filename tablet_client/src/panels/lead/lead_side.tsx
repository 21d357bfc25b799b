import { pageFrom } from "../../meeting/packet.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Thumb } from "../parts/thumb.tsx";
import { shortName } from "../room/packet_spans.ts";
import type { View } from "../room/view.ts";
import { SteerCards } from "../steer/steer_cards.tsx";
import { AllowWriting } from "./allow_writing.tsx";
import { SpeechCard } from "./speech_card.tsx";

/** What the presenter wants to know without asking: who is here, and what comes next. */
export function LeadSide({ visit, view }: { visit: Visit; view: View }) {
  return (
    <aside class="lead-side">
      <SteerCards room={visit.room} view={view} />
      <NextCard visit={visit} view={view} />
      <SpeechCard visit={visit} view={view} />
      {visit.room.leading.value && <AllowWriting room={visit.room} />}
    </aside>
  );
}

function NextCard({ visit, view }: { visit: Visit; view: View }) {
  const w = words.value;
  if (view.mine === null) return null;
  const next = pageFrom(view.packet, view.mine.number, 1);
  return (
    <section class="lead-card">
      <h2>{w.lead.next}</h2>
      {next === null ? (
        <p>{w.lead.last}</p>
      ) : (
        <button
          type="button"
          class="next-page"
          disabled={view.held}
          onClick={() => visit.room.show(next.page)}
        >
          <span class="next-paper">
            <Thumb pages={visit.pages} page={next.page} ready={next.ready} />
          </span>
          <span class="next-words">
            <span>{w.common.page(next.number)}</span>
            <span class="quiet">{shortName(next.document.name)}</span>
          </span>
        </button>
      )}
    </section>
  );
}
