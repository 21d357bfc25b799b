import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Keeping, Reading, Unsent } from "../meeting/keeping.ts";

interface Cupboard extends DBSchema {
  unsent: {
    key: [string, string];
    value: { seat: string; id: string; unsent: Unsent };
    indexes: { seat: string };
  };
  reading: { key: string; value: Reading };
}

/** A seat's memory in the browser's database; without one, nothing is kept and nothing breaks. */
export function keepInBrowser(seatId: string): Keeping {
  const cupboard = openCupboard().catch(() => null);
  const write = (act: (open: IDBPDatabase<Cupboard>) => Promise<unknown>): void => {
    void cupboard.then((open) => open && act(open)).catch(() => undefined);
  };
  return {
    async load() {
      const nothing = { unsent: [], reading: null };
      try {
        const open = await cupboard;
        if (open === null) return nothing;
        const rows = await open.getAllFromIndex("unsent", "seat", seatId);
        const reading = (await open.get("reading", seatId)) ?? null;
        return { unsent: rows.map((row) => row.unsent), reading };
      } catch {
        return nothing;
      }
    },
    keep(unsent) {
      const id = unsent.command.command_id;
      write((open) => open.put("unsent", { seat: seatId, id, unsent }));
    },
    drop(commandId) {
      write((open) => open.delete("unsent", [seatId, commandId]));
    },
    keepReading(reading) {
      write((open) => open.put("reading", reading, seatId));
    },
  };
}

function openCupboard(): Promise<IDBPDatabase<Cupboard>> {
  return openDB<Cupboard>("hanjang", 1, {
    upgrade(open) {
      const unsent = open.createObjectStore("unsent", { keyPath: ["seat", "id"] });
      unsent.createIndex("seat", "seat");
      open.createObjectStore("reading");
    },
  });
}
