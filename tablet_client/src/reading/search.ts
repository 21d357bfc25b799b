import { batch, type ReadonlySignal, signal } from "@preact/signals-core";
import type { Found } from "./answers.ts";
import type { Asked, AskingParts } from "./asking.ts";
import type { Paths, Query } from "./paths.ts";

/** Between a key and its question: a fast typist's next key comes sooner than that. */
const SETTLE_MS = 80;

/** Between questions while the service still reads the packet. */
const READING_MS = 1_000;

/** An answer with its question, so that no screen mistakes whose it is. */
export interface Answered {
  readonly query: Query;
  readonly found: Found;
}

const NOTHING: Query = { text: "", typing: false };

/** Looks for words in the packet as they are typed; only the newest question is ever answered. */
export class Search {
  readonly #parts: AskingParts;
  readonly #paths: Paths;
  readonly #query = signal<Query>(NOTHING);
  readonly #answered = signal<Answered | null>(null);
  readonly #busy = signal(false);
  readonly #trouble = signal<{ readonly thrown: unknown } | null>(null);
  #asked: Asked<Found> | null = null;
  #stopLater: () => void = () => undefined;

  /** What is looked for now. */
  readonly query: ReadonlySignal<Query> = this.#query;
  /** The newest answer; while `busy` it may be that of an earlier question. */
  readonly answered: ReadonlySignal<Answered | null> = this.#answered;
  /** Whether the question now asked has no answer yet. */
  readonly busy: ReadonlySignal<boolean> = this.#busy;
  /** Why there is no answer, as it was thrown. */
  readonly trouble: ReadonlySignal<{ readonly thrown: unknown } | null> = this.#trouble;

  constructor(parts: AskingParts, paths: Paths) {
    this.#parts = parts;
    this.#paths = paths;
  }

  /** What now stands in the field; `typing` while its last syllable is still put together. */
  look(text: string, typing: boolean): void {
    const was = this.#query.peek();
    if (text === was.text && typing === was.typing) return;
    this.#query.value = { text, typing };
    if (text.trim() === "") {
      this.#forget();
      return;
    }
    this.#takeBack();
    this.#busy.value = true;
    this.#stopLater = this.#parts.later(SETTLE_MS, () => void this.#put());
  }

  /** Asks the same once more: after trouble, or when the packet has changed. */
  again(): void {
    if (this.#query.peek().text.trim() === "") return;
    this.#takeBack();
    void this.#put();
  }

  /** Empties the field. */
  clear(): void {
    this.#query.value = NOTHING;
    this.#forget();
  }

  #forget(): void {
    this.#takeBack();
    batch(() => {
      this.#answered.value = null;
      this.#trouble.value = null;
      this.#busy.value = false;
    });
  }

  #takeBack(): void {
    this.#stopLater();
    const asked = this.#asked;
    this.#asked = null;
    asked?.stop();
  }

  async #put(): Promise<void> {
    const query = this.#query.peek();
    const asked = this.#parts.ask<Found>(this.#paths.search(query));
    this.#asked = asked;
    this.#busy.value = true;
    try {
      const found = await asked.answer;
      if (this.#asked === asked) this.#told(query, found);
    } catch (thrown) {
      if (this.#asked === asked) this.#failed(query, thrown);
    }
  }

  #told(query: Query, found: Found): void {
    this.#asked = null;
    batch(() => {
      this.#answered.value = { query, found };
      this.#trouble.value = null;
      this.#busy.value = false;
    });
    if (found.read < found.of) {
      this.#stopLater = this.#parts.later(READING_MS, () => void this.#put());
    }
  }

  #failed(query: Query, thrown: unknown): void {
    this.#asked = null;
    batch(() => {
      // What an earlier question brought would look like an answer to this one.
      if (this.#answered.peek()?.query.text !== query.text) this.#answered.value = null;
      this.#trouble.value = { thrown };
      this.#busy.value = false;
    });
  }
}
