import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { Entry, Position } from "../protocol/messages.ts";

/** Where an arriving entry stands: behind us, next, or with something missing before it. */
export type Place = "stale" | "next" | "gap";

/** Sorts an arriving entry's number by the position we have; another life of the log is a gap. */
export function placeOf(position: Position | null, epoch: string, seq: number): Place {
  if (position === null || position.epoch !== epoch) return "gap";
  if (seq <= position.seq) return "stale";
  return seq === position.seq + 1 ? "next" : "gap";
}

/** What this tablet has of one log: its fold, and the position it was folded up to. */
export class FollowedLog<State> {
  readonly #state = signal<State | null>(null);
  readonly #fold: (state: State, entry: Entry) => State;
  #position: Position | null = null;

  readonly state: ReadonlySignal<State | null> = this.#state;

  constructor(fold: (state: State, entry: Entry) => State) {
    this.#fold = fold;
  }

  /** What Hello should say; null asks for a fresh start. */
  get position(): Position | null {
    return this.#position;
  }

  /** A fresh start replaces all there was. */
  restart(position: Position, state: State): void {
    this.#position = position;
    this.#state.value = state;
  }

  /** Takes an entry if it is the next one; `gap` means that Hello must be said again. */
  take(epoch: string, entry: Entry): Place {
    const place = placeOf(this.#position, epoch, entry.seq);
    const state = this.#state.value;
    if (place !== "next") return place;
    if (state === null) return "gap";
    this.#state.value = this.#fold(state, entry);
    this.#position = { epoch, seq: entry.seq };
    return place;
  }
}
