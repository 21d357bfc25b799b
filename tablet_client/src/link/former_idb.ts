import type { FormerShelf } from "../meeting/former_ink.ts";
import { type Cupboard, openCupboard } from "./cupboard_idb.ts";
import { forgetFormer, formerSeats, keepFormer, namedSeats } from "./former_kept.ts";

/** The seats that are over, in the browser; `clock` tells which of those it has are. */
export function formerInBrowser(clock: () => number): FormerShelf {
  return {
    seats: () => formerSeats(clock()),
    kept: namedSeats,
    remember: keepFormer,
    forget: forgetFormer,
    unsent: (seatId) =>
      withCupboard(async (open) => {
        const rows = await open.getAllFromIndex("unsent", "seat", seatId);
        return rows.map((row) => row.unsent);
      }),
    move: (from, to, hand) =>
      withCupboard(async (open) => {
        const moving = open.transaction("unsent", "readwrite");
        const rows = await Promise.all(from.map((seat) => moving.store.index("seat").getAll(seat)));
        const handed = hand(rows.map((lot) => lot.map((row) => row.unsent)));
        await Promise.all([
          ...rows.flat().map(({ seat, id }) => moving.store.delete([seat, id])),
          ...handed.map((unsent) =>
            moving.store.put({ seat: to, id: unsent.command.command_id, unsent }),
          ),
          moving.done,
        ]);
        return handed;
      }),
    drop: (seatIds) =>
      withCupboard(async (open) => {
        const dropping = open.transaction("unsent", "readwrite");
        const keys = seatIds.map((seat) => dropping.store.index("seat").getAllKeys(seat));
        await Promise.all([
          ...(await Promise.all(keys)).flat().map((key) => dropping.store.delete(key)),
          dropping.done,
        ]);
      }),
  };
}

/** An open database would keep a later version of the app waiting. */
async function withCupboard<Found>(act: (open: Cupboard) => Promise<Found>): Promise<Found> {
  const open = await openCupboard();
  try {
    return await act(open);
  } finally {
    open.close();
  }
}
