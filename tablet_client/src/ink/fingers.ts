import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { Memory } from "./memory.ts";

/** Whether fingers leave ink on this tablet. */
export interface Fingers {
  readonly write: ReadonlySignal<boolean>;
  /** Chosen by hand: from then on a pen changes nothing. */
  choose(write: boolean): void;
  /** A pen was near the glass: who has one moves the page with the fingers. */
  penSeen(): void;
}

/** As it was left on this tablet; until somebody chooses, fingers write where no pen was seen. */
export function openFingers(memory: Memory): Fingers {
  const chosen = signal(memory.recall("fingers"));
  const pen = signal(memory.recall("pen") !== null);
  return {
    write: computed(() => (chosen.value === null ? !pen.value : chosen.value === "write")),
    choose(write) {
      chosen.value = write ? "write" : "move";
      memory.keep("fingers", chosen.value);
    },
    penSeen() {
      if (pen.value) return;
      pen.value = true;
      memory.keep("pen", "seen");
    },
  };
}
