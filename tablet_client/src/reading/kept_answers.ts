import { type ReadonlySignal, signal } from "@preact/signals-core";
import { type Asked, type AskingParts, mayTryAgain } from "./asking.ts";

/** What is known of an answer just now; `waiting` counts the vain attempts so far. */
export type Look<T> =
  | { readonly kind: "there"; readonly value: T }
  | { readonly kind: "waiting"; readonly vain: number }
  | { readonly kind: "refused" };

/** Questions at once: the browser's sockets belong to the pages first. */
const AT_ONCE = 2;

/** Pauses between attempts while the service is away; the last one repeats. */
const PAUSES_MS = [1_000, 2_000, 5_000] as const;
const LAST_PAUSE_MS = 5_000;

/** Answers that stay true, by path: asked once, asked again while away, the newest kept. */
export class KeptAnswers<T> {
  readonly #parts: AskingParts;
  readonly #most: number;
  readonly #known = new Map<string, Look<T>>();
  readonly #running = new Map<string, Asked<T>>();
  readonly #pauses = new Map<string, () => void>();
  readonly #changes = signal(0);
  #wanted: readonly string[] = [];

  /** Counts up whenever `look` may answer differently. */
  readonly changes: ReadonlySignal<number> = this.#changes;

  /** `most`: answers kept; those wanted now are never let go. */
  constructor(parts: AskingParts, most: number) {
    this.#parts = parts;
    this.#most = most;
  }

  /** What is known of this answer; null when nobody asked. */
  look(path: string): Look<T> | null {
    return this.#known.get(path) ?? null;
  }

  /** Says what is wanted now, the most urgent first; questions nobody waits for are taken back. */
  want(paths: readonly string[]): void {
    this.#wanted = paths;
    const wanted = new Set(paths);
    for (const [path, asked] of this.#running) {
      if (wanted.has(path)) continue;
      this.#running.delete(path);
      asked.stop();
    }
    for (const [path, stop] of this.#pauses) {
      if (wanted.has(path)) continue;
      this.#pauses.delete(path);
      stop();
    }
    for (const [path, look] of [...this.#known]) {
      if (look.kind === "waiting" && !wanted.has(path)) this.#known.delete(path);
    }
    this.#advance();
  }

  close(): void {
    this.want([]);
    this.#known.clear();
  }

  #advance(): void {
    for (const path of this.#wanted) {
      if (this.#running.size >= AT_ONCE) return;
      const known = this.#known.get(path);
      if (known !== undefined && known.kind !== "waiting") continue;
      if (this.#running.has(path) || this.#pauses.has(path)) continue;
      void this.#put(path, known?.vain ?? 0);
    }
  }

  async #put(path: string, vain: number): Promise<void> {
    const asked = this.#parts.ask<T>(path);
    this.#running.set(path, asked);
    this.#learn(path, { kind: "waiting", vain });
    let look: Look<T>;
    try {
      look = { kind: "there", value: await asked.answer };
    } catch (thrown) {
      look = mayTryAgain(thrown) ? { kind: "waiting", vain: vain + 1 } : { kind: "refused" };
    }
    if (this.#running.get(path) !== asked) return;
    this.#running.delete(path);
    this.#learn(path, look);
    if (look.kind === "waiting") this.#pause(path, vain);
    this.#advance();
  }

  #pause(path: string, vain: number): void {
    const stop = this.#parts.later(PAUSES_MS[vain] ?? LAST_PAUSE_MS, () => {
      this.#pauses.delete(path);
      this.#advance();
    });
    this.#pauses.set(path, stop);
  }

  #learn(path: string, look: Look<T>): void {
    this.#known.delete(path);
    this.#known.set(path, look);
    for (const oldest of [...this.#known.keys()]) {
      if (this.#known.size <= this.#most) break;
      if (!this.#wanted.includes(oldest)) this.#known.delete(oldest);
    }
    this.#changes.value += 1;
  }
}
