import { words } from "../../words/words.ts";
import type { CloseWord, ServiceStatus } from "./service_status.ts";

/** Why tablets left in the last minutes, the most frequent reason first. */
export function StatusCloses({ status }: { status: ServiceStatus }) {
  const w = words.value.status;
  const reasons = (Object.entries(status.closes) as [CloseWord, number][]).sort(
    ([, one], [, other]) => other - one,
  );
  return (
    <section class="status-part">
      <h2>{w.closed(status.minutes)}</h2>
      {reasons.length === 0 ? (
        <p class="quiet status-card">{w.nobodyClosed}</p>
      ) : (
        <dl class="status-closes status-card">
          {reasons.map(([reason, count]) => (
            <div key={reason} class="row">
              <dt class="grow">{w.closes[reason]}</dt>
              <dd>{w.tabletCount(count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
