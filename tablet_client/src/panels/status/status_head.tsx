import { momentShort } from "../../words/figures.ts";
import { language, words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import { lasted } from "./figures_of_status.ts";
import type { ServiceStatus } from "./service_status.ts";

/** The one sentence that matters, and what to do about each thing that is not well. */
export function StatusHead({ status }: { status: ServiceStatus }) {
  const w = words.value.status;
  const { attention, now, since } = status;
  const well = attention.length === 0;
  return (
    <section class="status-head" data-testid="status-head" data-well={well}>
      <div class="row">
        <span class={well ? "status-mark good" : "status-mark amber"}>
          <Icon name={well ? "check" : "warning"} />
        </span>
        <div class="grow">
          <div role="status">
            <h1>{well ? w.well : w.worthALook(attention.length)}</h1>
          </div>
          <p class="quiet">
            {w.running(momentShort(since, now, language.value), lasted(now - since, w))} ·{" "}
            {w.version(status.version)}
          </p>
        </div>
      </div>
      {!well && (
        <ul class="status-attention">
          {attention.map((each) => (
            <li key={each} data-testid={`attention-${each}`}>
              <Icon name="warning" />
              <span class="grow">
                <strong>{w.attention[each].what}</strong>
                <span class="small">{w.attention[each].doThis}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
