import { type ReadonlySignal, signal } from "@preact/signals-core";

const count = signal(0);

/** Counts up whenever letters have come that something painted before may lack. */
export const letters: ReadonlySignal<number> = count;

/** Letters have come, or the list of those there are. */
export function lettersCame(): void {
  count.value += 1;
}
