import { computed, effect, type ReadonlySignal, untracked } from "@preact/signals-core";
import type { Refused, Snapshot } from "../protocol/messages.ts";
import type { Outbox } from "./outbox.ts";
import type { Parts } from "./parts.ts";

/** How long ink that was refused for now waits before it is offered again. */
const OFFER_AGAIN_MS = 5_000;

/** Refusals that time alone does not cure: what they wait for is an event of the meeting. */
const CHANGES_WITH_THE_MEETING: ReadonlySet<string> = new Set([
  "not_open",
  "already_led",
  "writing_not_allowed",
]);

/** Offers again what the service refused for now: when the meeting changed, or after a while. */
export class Offering {
  readonly #outbox: Outbox;
  readonly #later: Parts["later"];
  #waits = false;

  constructor(outbox: Outbox, later: Parts["later"]) {
    this.#outbox = outbox;
    this.#later = later;
  }

  /** Offers whenever what refusals of ink depend on has changed; the function stops it. */
  watch(state: ReadonlySignal<Snapshot | null>, leading: ReadonlySignal<boolean>): () => void {
    const powers = computed(
      () => `${state.value?.phase} ${state.value?.members_may_write} ${leading.value}`,
    );
    return effect(() => {
      void powers.value;
      untracked(() => this.#outbox.retry());
    });
  }

  /** A full disk may have been emptied, a busy service be at rest. */
  refused({ again, code }: Refused): void {
    if (!again || CHANGES_WITH_THE_MEETING.has(code) || this.#waits) return;
    this.#waits = true;
    this.#later(OFFER_AGAIN_MS, () => {
      this.#waits = false;
      this.#outbox.retry();
    });
  }
}
