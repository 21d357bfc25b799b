import { signal } from "@preact/signals-core";
import { openDesk } from "../ink/desk.ts";
import { askOver } from "../link/asking_http.ts";
import { formerInBrowser } from "../link/former_idb.ts";
import { keepFormer } from "../link/former_kept.ts";
import { join, lookAtLink } from "../link/join.ts";
import { newId } from "../link/new_id.ts";
import { openRoom } from "../link/open_room.ts";
import { forgetRecent, keepRecent, keptRecent } from "../link/recent_kept.ts";
import { isOver } from "../link/seat_over.ts";
import { forgetSeat, keepSeat, keptSeat, keptSeats, seatsOfLink } from "../link/seats_kept.ts";
import { roomBeside } from "../meeting/beside.ts";
import { openFormerInk } from "../meeting/former_ink.ts";
import { openRecent } from "../notes/recent.ts";
import { TABLET, WALL } from "../pages/budget.ts";
import { openPages } from "../pages/pages.ts";
import { mountSheet } from "../paint/sheet.ts";
import type { Doors, KeptSeat, Visit } from "../panels/doors.ts";
import { openReader } from "../reading/reader.ts";
import { words } from "../words/words.ts";
import { inBrowser } from "./browser_memory.ts";
import { openCollected } from "./collected_door.ts";
import { linkFingerprint } from "./link_fingerprint.ts";
import { openMoving } from "./moving_doors.ts";
import { openPacketDoor } from "./packet_door.ts";
import { pagePicture } from "./page_picture.ts";
import { pastInTab } from "./past_in_tab.ts";
import { openSecretaryDoor } from "./secretary_door.ts";
import { sweep } from "./sweep.ts";

/** Tidying waits until the first screen stands. */
const SWEEP_MS = 2_000;

/** Joins the rooms of the client: everything the panels may ask for, against one service. */
export function openDoors(origin: string): Doors {
  later(SWEEP_MS, () => void sweep(Date.now()));
  return {
    lookAtLink,
    async join(link, who, meetingTitle) {
      const { token, seat } = await join(link, who);
      const link_id = linkFingerprint(link);
      const kept: KeptSeat = { token, seat, link_id, meeting_title: meetingTitle };
      keepSeat(kept);
      return kept;
    },
    seats: {
      all: keptSeats,
      one: keptSeat,
      ofLink: (link) => seatsOfLink(linkFingerprint(link)),
      forget(seatId) {
        const { meeting_id, name } = keptSeat(seatId)?.seat ?? {};
        // Whether it leaves notes behind is seen when the tablet is swept.
        if (meeting_id && name) keepFormer({ seat_id: seatId, meeting_id, name });
        forgetSeat(seatId);
        forgetRecent(seatId);
        // Once the screens of that seat are gone: they keep what they have to the last.
        later(SWEEP_MS, () => void sweep(Date.now()));
      },
    },
    newId,
    enter: (kept, meetingId) => enter(origin, kept, meetingId),
    secretary: (kept) => openSecretaryDoor(origin, kept.token),
    collected: (kept, meetingId) => openCollected(origin, kept.token, meetingId, stampWord),
    moving: openMoving(origin),
  };
}

function enter(origin: string, kept: KeptSeat, meetingId: string): Visit {
  const { token } = kept;
  const { seat_id } = kept.seat;
  const seat = { origin, token, meetingId, seatId: seat_id };
  const notesAtRisk = signal(false);
  const room = openRoom({
    ...seat,
    ofHouse: kept.seat.meeting_id === null,
    full: {
      makeRoom: () => packet.makeRoom(),
      told(isKept) {
        notesAtRisk.value = !isKept;
      },
    },
  });
  const packet = openPacketDoor(seat, room, notesAtRisk);
  const budget = kept.seat.role === "screen" ? WALL : TABLET;
  const pages = openPages(packet.source({ origin, token, meetingId }), budget, packet.through);
  packet.feed(pages);
  const ink = openDesk(room, newId, {
    tablet: inBrowser("hanjang.pen"),
    meeting: inBrowser(`hanjang.pen.${meetingId}`),
  });
  const forgetPast = pastInTab(ink.history, `hanjang.past.${meetingId}.${kept.seat.seat_id}`);
  const recent = openRecent({
    shown: room.shown,
    later,
    kept: keptRecent(seat_id, meetingId),
    keep: (pages) => keepRecent(seat_id, meetingId, pages),
  });
  const former = openFormerInk(
    { seat_id, meeting_id: meetingId, name: kept.seat.name },
    formerInBrowser(() => Date.now()),
    {
      adopt: (unsent) => room.adopt(unsent),
      makeId: newId,
      isOver: (seatId) => isOver(origin, seatId),
    },
  );
  void former.look();
  const reader = openReader(room, meetingId, {
    ask: packet.asking(askOver(origin, token)),
    later,
  });
  return {
    kept,
    room,
    ink,
    pages,
    reader,
    recent,
    former,
    packet: packet.door,
    picture: pagePicture(origin, token, meetingId),
    mountSheet: (host, options) =>
      mountSheet(host, { ...options, room, desk: ink, pages, makeId: newId, stamp: stampWord }),
    mountBeside: (host, options) =>
      mountSheet(host, {
        ...options,
        room: roomBeside(room),
        desk: ink,
        pages,
        makeId: newId,
        isBeside: true,
      }),
    leave() {
      forgetPast();
      recent.close();
      reader.close();
      packet.close();
      pages.close();
      room.close();
    },
  };
}

/** What a stamp says in the language spoken; words of a later version stand for themselves. */
function stampWord(text: string): string {
  const stamps: Readonly<Record<string, string>> = words.value.pen.stamps;
  return stamps[text] ?? text;
}

const later = (milliseconds: number, act: () => void) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};
