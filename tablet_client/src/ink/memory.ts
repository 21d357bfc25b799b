/** What a tablet remembers of its owner's ways, in short words by name. */
export interface Memory {
  recall(name: string): string | null;
  keep(name: string, value: string): void;
}

/** The memories of a desk: of the tablet, and of the one meeting. */
export interface Memories {
  readonly tablet: Memory;
  readonly meeting: Memory;
}

/** Remembers as long as it lives. */
export function forgetful(): Memory {
  const kept = new Map<string, string>();
  return {
    recall: (name) => kept.get(name) ?? null,
    keep: (name, value) => void kept.set(name, value),
  };
}
