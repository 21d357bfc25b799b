import { pageFrom } from "../../meeting/packet.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Thumb } from "../parts/thumb.tsx";
import { shortName } from "../room/packet_spans.ts";
import type { View } from "../room/view.ts";
import { AllowWriting } from "./allow_writing.tsx";
import { type Elsewhere, watchingOf } from "./watching.ts";

/** Names that fit beside the page; the rest are counted. */
const NAMED = 6;

/** What the presenter wants to know without asking: who is here, and what comes next. */
export function LeadSide({ visit, view }: { visit: Visit; view: View }) {
  return (
    <aside class="lead-side">
      {visit.room.leading.value && <WatchingCard visit={visit} view={view} />}
      <NextCard visit={visit} view={view} />
      {visit.room.leading.value && <AllowWriting room={visit.room} />}
    </aside>
  );
}

function WatchingCard({ visit, view }: { visit: Visit; view: View }) {
  const w = words.value.lead;
  const { mine, packet } = view;
  const receipts = visit.room.receipts.value;
  if (mine === null || receipts === null) return null;
  const watching = watchingOf(receipts, packet);
  const rest = watching.elsewhere.length - NAMED + watching.more;
  return (
    <section class="lead-card" data-testid="watching">
      <h2>{w.watching}</h2>
      {watching.all === 0 ? (
        <p>{w.nobodyYet}</p>
      ) : (
        <>
          <p>
            <strong class="lead-figure">{watching.reached}</strong>{" "}
            <span class="quiet">{w.reached(watching.all, mine.number)}</span>
          </p>
          <div class="progress" aria-hidden="true">
            <span style={{ width: `${(watching.reached / watching.all) * 100}%` }} />
          </div>
          <ul class="elsewhere">
            {watching.elsewhere.slice(0, NAMED).map((each) => (
              <ElsewhereLine key={each.seat.seat_id} each={each} />
            ))}
            {rest > 0 && <li class="quiet">{w.others(rest)}</li>}
          </ul>
        </>
      )}
    </section>
  );
}

function ElsewhereLine({ each }: { each: Elsewhere }) {
  const w = words.value.lead;
  const { seat, number } = each;
  const where = number === null ? w.notThere : seat.following ? w.behind(number) : w.own(number);
  return (
    <li>
      <span class={seat.following ? "dot amber" : "dot"} />
      <span class="grow oneline">{seat.name}</span>
      <span class="quiet">{where}</span>
    </li>
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
        <button type="button" class="next-page" onClick={() => visit.room.show(next.page)}>
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
