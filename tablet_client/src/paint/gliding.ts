import { viewBetween } from "./region_view.ts";
import type { View } from "./view.ts";

/** How long a tablet takes to where the presenter looks: seen as a move, over before it is waited for. */
const GLIDE_MS = 320;

/** A look that moves by itself from where it was to where it shall be; times in ms, handed in. */
export class Gliding {
  readonly #isStill: () => boolean;
  #from: View | null = null;
  #began: number | null = null;

  /** `isStill`: the reader wants nothing to move by itself. */
  constructor(isStill: () => boolean) {
    this.#isStill = isStill;
  }

  get isOnItsWay(): boolean {
    return this.#from !== null;
  }

  /** Sets out from a view; the first step tells the time. */
  begin(from: View): void {
    this.#from = this.#isStill() ? null : from;
    this.#began = null;
  }

  /** Stays wherever it is. */
  stop(): void {
    this.#from = null;
  }

  /** Where it is on its way to `to`: there, once the time is over. */
  at(to: View, now: number): View {
    if (this.#from === null) return to;
    this.#began ??= now;
    const part = (now - this.#began) / GLIDE_MS;
    if (part >= 1) {
      this.stop();
      return to;
    }
    return viewBetween(this.#from, to, 1 - (1 - part) ** 3);
  }
}
