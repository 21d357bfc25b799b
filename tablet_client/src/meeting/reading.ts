import type { PageRef, Phase } from "../protocol/messages.ts";
import type { Reading } from "./keeping.ts";
import { findPage, nearestPage, type PacketPage } from "./packet.ts";

/** What a tablet that has never shown this meeting begins with. */
export const AT_FIRST: Reading = { following: true, page: null, number: 1, phase: null };

/** What the reading depends on, besides the reader. */
export interface Around {
  readonly packet: readonly PacketPage[];
  readonly phase: Phase;
  /** The page the meeting is turned to, own unsent turns included. */
  readonly turned: PageRef | null;
  /** Whether this seat turns the pages of an open meeting: then it reads what all read. */
  readonly turning: boolean;
}

/**
 * Where a reader is once the room has changed around them.
 *
 * Followers are with the presenter, or on the first page before the first turn. Readers on
 * their own stay on their page; if it left the packet, on the nearest that is there. When
 * the meeting opens, and when they get the lead, everyone is back with the presenter.
 */
export function settle(reading: Reading, room: Around): Reading {
  const opened = room.phase === "open" && reading.phase !== null && reading.phase !== "open";
  const following = reading.following || room.turning || opened;
  const wanted = following ? (room.turned ?? room.packet[0]?.page ?? null) : reading.page;
  const page = nearestPage(room.packet, wanted, reading.number);
  const number = findPage(room.packet, page)?.number ?? reading.number;
  return { following, page, number, phase: room.phase };
}

/** The reader turns to a page alone: no longer following, without a word. */
export function readAlone(reading: Reading, page: PageRef): Reading {
  return { ...reading, following: false, page };
}

/** The reader goes back to the presenter; `settle` finds the page. */
export function follow(reading: Reading): Reading {
  return { ...reading, following: true };
}
