/** What was chosen on this tablet before: one of `allowed`, else `otherwise`. */
export function keptChoice<T extends string>(key: string, allowed: readonly T[], otherwise: T): T {
  try {
    const kept = localStorage.getItem(key);
    return allowed.find((each) => each === kept) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Keeps a choice for the next time. */
export function keepChoice(key: string, chosen: string): void {
  try {
    localStorage.setItem(key, chosen);
  } catch {
    // A private window may refuse to keep it: the choice then lasts until the tab is closed.
  }
}
