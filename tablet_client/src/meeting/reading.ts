import type { Following, PageRef, Phase } from "../protocol/messages.ts";
import { samePage } from "../protocol/page_key.ts";
import type { Reading } from "./keeping.ts";
import { findPage, nearestPage, type PacketPage } from "./packet.ts";

/** What a tablet that has never shown this meeting begins with. */
export const AT_FIRST: Reading = {
  following: true,
  page: null,
  number: 1,
  phase: null,
  mode: null,
};

/** What the reading depends on, besides the reader. */
export interface Around {
  readonly packet: readonly PacketPage[];
  readonly phase: Phase;
  /** How this tablet goes along with turns. */
  readonly mode: Following;
  /** The page the meeting is turned to, own unsent turns included. */
  readonly turned: PageRef | null;
  /** The number of the page the meeting is at when this seat may not see it. */
  readonly veiledAt: number | null;
  /** Whether this seat turns the pages of an open meeting: then it reads what all read. */
  readonly turning: boolean;
  /** Whether this seat is held with the presenter. */
  readonly held: boolean;
}

/**
 * Where a reader is once the room has changed around them.
 *
 * Followers are with the presenter, or on the first page before the first turn; on none at
 * all while the meeting is at a page they may not see. Readers on their own stay on their
 * page; if it left the packet, on the nearest that is there. Where turns are only offered,
 * everyone reads alone but for the first look. When the meeting opens, when its tablets are
 * to follow or to be held from now on, and when they get the lead, everyone is back with the
 * presenter.
 */
export function settle(reading: Reading, room: Around): Reading {
  const goes = isBack(reading, room) || goesAlong(reading, room);
  const theirs = room.veiledAt === null ? (room.turned ?? room.packet[0]?.page ?? null) : null;
  const isUnderVeil = goes && room.veiledAt !== null;
  const page = isUnderVeil
    ? null
    : nearestPage(room.packet, goes ? theirs : reading.page, reading.number);
  const following = goes || (room.mode === "suggest" && page !== null && samePage(page, theirs));
  const number = isUnderVeil
    ? (room.veiledAt ?? reading.number)
    : (findPage(room.packet, page)?.number ?? reading.number);
  return { following, page, number, phase: room.phase, mode: room.mode };
}

/** The reader turns to a page alone: no longer following, without a word. */
export function readAlone(reading: Reading, page: PageRef): Reading {
  return { ...reading, following: false, page };
}

/** The reader goes to the presenter; `settle` finds the page. */
export function follow(reading: Reading): Reading {
  return { ...reading, following: true, page: null };
}

/** Whether the room brings everyone to the presenter just now. */
function isBack(reading: Reading, room: Around): boolean {
  const opened = room.phase === "open" && reading.phase !== null && reading.phase !== "open";
  return room.turning || room.held || opened || isCalled(reading, room);
}

/** Whether tablets are held from now on, or follow after they were only offered. */
function isCalled({ mode }: Reading, room: Around): boolean {
  if (mode === null || mode === room.mode || room.phase !== "open") return false;
  return room.mode === "hold" || (room.mode === "follow" && mode === "suggest");
}

/** Whether a follower moves: always, or only to have a first look. */
function goesAlong(reading: Reading, room: Around): boolean {
  return reading.following && (room.mode !== "suggest" || reading.page === null);
}
