import { computed, type ReadonlySignal } from "@preact/signals-core";
import type { Snapshot } from "../protocol/messages.ts";
import type { Versions } from "./succession.ts";

/** What places of pages depend on, made again only when it changes: strokes leave it alone. */
export function versionsSignal(
  state: ReadonlySignal<Snapshot | null>,
): ReadonlySignal<Versions | null> {
  const documents = computed(() => state.value?.documents ?? null);
  const former = computed(() => state.value?.former ?? null);
  return computed(() =>
    documents.value === null || former.value === null
      ? null
      : { documents: documents.value, former: former.value },
  );
}
