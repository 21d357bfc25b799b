/** What the pace depends on: the meeting, the reader's own needs, and how fast the last leaf came. */
export interface Traffic {
  /** A meeting is under way: everybody's pages and strokes share the room's wireless. */
  readonly inSession: boolean;
  /** The reader waits for something just now. */
  readonly readerWaits: boolean;
  /** The tablet's owner asked to spare the link. */
  readonly sparing: boolean;
  /** The last leaf; null before the first. */
  readonly last: { readonly bytes: number; readonly ms: number } | null;
}

/** How to go on: how long to wait, and whether that is worth telling. */
export interface Pace {
  readonly waitMs: number;
  readonly paused: boolean;
}

/** Below this a link is slow: a page of 150 KB takes more than two seconds. */
const SLOW_BYTES_A_MS = 70;

/** A slow link in a meeting is left to the meeting, and looked at again after so long. */
const REST_MS = 20_000;

/** A page turned to comes within this on any link that is not slow. */
const READER_MS = 300;

/** In a meeting at most a third of the time belongs to what is fetched ahead. */
const SHARE = 2;

const AT_LEAST_MS = 100;

/** How long to wait before the next leaf is fetched. */
export function paceOf({ inSession, readerWaits, sparing, last }: Traffic): Pace {
  if (sparing) return { waitMs: REST_MS, paused: true };
  if (readerWaits) return { waitMs: READER_MS, paused: false };
  if (!inSession || last === null) return { waitMs: 0, paused: false };
  // Small things say nothing of a link's speed, only of its distance.
  const isSlow = last.bytes > 20_000 && last.bytes < SLOW_BYTES_A_MS * last.ms;
  if (isSlow) return { waitMs: REST_MS, paused: true };
  return { waitMs: Math.max(AT_LEAST_MS, SHARE * last.ms), paused: false };
}
