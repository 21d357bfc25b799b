import type { PacketPage } from "../../meeting/packet.ts";
import { findPage } from "../../meeting/packet.ts";
import type { Behind, Receipts } from "../../protocol/messages.ts";

/** Somebody who does not see the presented page: reading elsewhere, or not there yet. */
export interface Elsewhere {
  seat: Behind;
  number: number | null;
}

/** Who in the room sees the presented page, and who does not; `more` are not named. */
export interface Watching {
  all: number;
  reached: number;
  elsewhere: readonly Elsewhere[];
  more: number;
}

/** What the receipts say, with the numbers of the pages. */
export function watchingOf(receipts: Receipts, packet: readonly PacketPage[]): Watching {
  const elsewhere = receipts.behind
    .map((seat) => ({ seat, number: findPage(packet, seat.page)?.number ?? null }))
    // Those left behind first: who reads ahead on purpose needs nothing.
    .sort((a, b) => Number(b.seat.following) - Number(a.seat.following));
  return { all: receipts.of, reached: receipts.reached, elsewhere, more: receipts.more };
}
