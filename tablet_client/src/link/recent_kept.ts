import type { PageRef } from "../protocol/messages.ts";

const PREFIX = "hanjang.recent.";

/** The pages a seat was on in a meeting, as this browser keeps them; none where it keeps nothing. */
export function keptRecent(seatId: string, meetingId: string): readonly PageRef[] {
  try {
    const text = localStorage.getItem(nameOf(seatId, meetingId));
    return text === null ? [] : (JSON.parse(text) as PageRef[]);
  } catch {
    return [];
  }
}

/** Keeps them for the next visit. */
export function keepRecent(seatId: string, meetingId: string, pages: readonly PageRef[]): void {
  try {
    localStorage.setItem(nameOf(seatId, meetingId), JSON.stringify(pages));
  } catch {
    // A browser that keeps nothing remembers them until the page is closed.
  }
}

/** Forgets them with the seat. */
export function forgetRecent(seatId: string): void {
  try {
    const mine = Object.keys(localStorage).filter((name) => name.startsWith(nameOf(seatId, "")));
    for (const name of mine) localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

const nameOf = (seatId: string, meetingId: string) => `${PREFIX}${seatId}.${meetingId}`;
