import type { ReadonlySignal } from "@preact/signals-core";
import type { Room } from "../meeting/room.ts";
import { askKept } from "../offline/asking_kept.ts";
import { fetchKept } from "../offline/fetch_kept.ts";
import { openPacket } from "../offline/open_packet.ts";
import type { FetchPage, Source } from "../pages/fetch_page.ts";
import type { Pages } from "../pages/pages.ts";
import type { PacketDoor } from "../panels/doors.ts";
import type { Ask } from "../reading/asking.ts";

/** A seat's packet on this tablet, between its pages, its words and the service. */
export interface PacketHere {
  readonly door: PacketDoor;
  /** Where images come from: past the browser's own cache where this keeps them. */
  source(source: Source): Source;
  through(fetchPage: FetchPage): FetchPage;
  /** Answers from what is kept. */
  asking(ask: Ask): Ask;
  /** The pages it feeds, once they are open: it gives way to them. */
  feed(pages: Pages): void;
  makeRoom(): Promise<void>;
  close(): void;
}

/** Opens the packet of one visit; `notesAtRisk`: there is no room left even for what was written. */
export function openPacketDoor(
  seat: { origin: string; token: string; seatId: string; meetingId: string },
  room: Room,
  notesAtRisk: ReadonlySignal<boolean>,
): PacketHere {
  let fed: Pages | null = null;
  const keeper = openPacket({
    ...seat,
    room,
    readerWaits: () => fed?.isBusy() === true,
    tookBack: () => fed?.forget(),
  });
  return {
    door: {
      look: keeper.look,
      notesAtRisk,
      secure: window.isSecureContext,
      begin: () => keeper.begin(),
      remove: () => void keeper.remove(),
      keepAgain: () => void keeper.keepAgain(),
    },
    source: (source) => ({
      ...source,
      cacheOf: (page) => (keeper.keeps(page) ? "no-store" : "default"),
    }),
    through: (fetchPage) => fetchKept(fetchPage, keeper),
    asking: (ask) =>
      askKept(ask, {
        leaf: (page, what) => keeper.leaf(page, what),
        packet: () => room.packet.peek(),
        live: () => room.link.peek() === "live",
      }),
    feed(pages) {
      fed = pages;
    },
    makeRoom: () => keeper.makeRoom(),
    close: () => keeper.close(),
  };
}
