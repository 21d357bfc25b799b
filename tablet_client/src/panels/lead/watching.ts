import type { PacketPage } from "../../meeting/packet.ts";
import { findPage } from "../../meeting/packet.ts";
import type { PageRef, Present } from "../../protocol/messages.ts";
import { samePage } from "../../protocol/page_key.ts";

/** Somebody who does not see the presented page: reading elsewhere, or not there yet. */
export interface Elsewhere {
  seat: Present;
  number: number | null;
}

/** Who in the room sees the presented page, and who does not. */
export interface Watching {
  all: number;
  reached: number;
  elsewhere: readonly Elsewhere[];
}

/** Counts the others in the room against the page `leader` presents. */
export function watchingOf(
  presence: readonly Present[],
  leader: string,
  page: PageRef,
  packet: readonly PacketPage[],
): Watching {
  const others = presence.filter((each) => each.seat_id !== leader);
  const elsewhere = others
    .filter((each) => !samePage(each.page, page))
    .map((seat) => ({ seat, number: findPage(packet, seat.page)?.number ?? null }))
    // Those left behind first: who reads ahead on purpose needs nothing.
    .sort((a, b) => Number(b.seat.following) - Number(a.seat.following));
  return { all: others.length, reached: others.length - elsewhere.length, elsewhere };
}
