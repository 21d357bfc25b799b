import { signal } from "@preact/signals";

/** Notes remembered a seat: more pages than a day's papers change. */
const MOST = 2_000;

const keyOf = (seatId: string) => `hanjang.versions.${seatId}`;

/** What a seat has put away of the notes on new versions, also after a reload. */
export interface SeenNotes {
  has(name: string): boolean;
  add(names: readonly string[]): void;
}

const opened = new Map<string, SeenNotes>();

/** The notes this seat has seen; the same object for the same seat. */
export function seenNotes(seatId: string): SeenNotes {
  let seen = opened.get(seatId);
  if (seen === undefined) {
    seen = open(seatId);
    opened.set(seatId, seen);
  }
  return seen;
}

function open(seatId: string): SeenNotes {
  const names = signal<ReadonlySet<string>>(kept(seatId));
  return {
    has: (name) => names.value.has(name),
    add(more) {
      names.value = new Set([...names.value, ...more].slice(-MOST));
      try {
        localStorage.setItem(keyOf(seatId), JSON.stringify([...names.value]));
      } catch {
        // A private window may refuse to keep it: it then lasts until the tab is closed.
      }
    },
  };
}

function kept(seatId: string): ReadonlySet<string> {
  try {
    const told: unknown = JSON.parse(localStorage.getItem(keyOf(seatId)) ?? "[]");
    return new Set(Array.isArray(told) ? told.filter((each) => typeof each === "string") : []);
  } catch {
    return new Set();
  }
}
