import { formerInBrowser } from "../link/former_idb.ts";
import { sweepRooms } from "../link/room_idb.ts";
import { keptSeats } from "../link/seats_kept.ts";
import { tidyFormer } from "../meeting/former_ink.ts";
import { sweepPackets } from "../offline/store_idb.ts";

/**
 * Removes what lies on the tablet for seats it has no more, or whose time is over.
 *
 * What was not sent stays, whoever it belongs to.
 */
export async function sweep(now: number): Promise<void> {
  const seats = keptSeats().map((each) => each.seat);
  const alive = seats.filter(({ expires_at }) => expires_at === undefined || expires_at > now);
  const ids = new Set(alive.map((each) => each.seat_id));
  const isOwner = (owner: string) => ids.has(owner.split(" ")[0] ?? "");
  await Promise.all([
    sweepRooms(isOwner),
    sweepPackets(isOwner),
    tidyFormer(formerInBrowser(() => now)),
  ]);
}
