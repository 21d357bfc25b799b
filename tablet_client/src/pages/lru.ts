/** Things within a budget: the least recently used go first, and are told so. */
export class Lru<T> {
  readonly #held = new Map<string, { readonly value: T; readonly cost: number }>();
  #budget: number;
  readonly #letGo: (value: T) => void;
  #spent = 0;

  constructor(budget: number, letGo: (value: T) => void) {
    this.#budget = budget;
    this.#letGo = letGo;
  }

  get spent(): number {
    return this.#spent;
  }

  /** The value, now the most recently used. */
  get(key: string): T | undefined {
    const held = this.#held.get(key);
    if (held === undefined) return undefined;
    this.#held.delete(key);
    this.#held.set(key, held);
    return held.value;
  }

  /** All that is held, the least recently used first. */
  values(): readonly T[] {
    return [...this.#held.values()].map((held) => held.value);
  }

  /** Holds a value; others go until the budget is kept, but never this one. */
  put(key: string, value: T, cost: number): void {
    this.drop(key);
    this.#held.set(key, { value, cost });
    this.#spent += cost;
    this.fit(this.#budget);
  }

  /** Keeps another budget from now on; the most recently used is held whatever it costs. */
  fit(budget: number): void {
    this.#budget = budget;
    for (const oldest of [...this.#held.keys()].slice(0, -1)) {
      if (this.#spent <= budget) return;
      this.drop(oldest);
    }
  }

  drop(key: string): void {
    const held = this.#held.get(key);
    if (held === undefined) return;
    this.#held.delete(key);
    this.#spent -= held.cost;
    this.#letGo(held.value);
  }

  clear(): void {
    for (const key of [...this.#held.keys()]) this.drop(key);
  }
}
