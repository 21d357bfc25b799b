import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Reading, Unsent } from "../meeting/keeping.ts";

interface Shelves extends DBSchema {
  unsent: {
    key: [string, string];
    value: { seat: string; id: string; unsent: Unsent };
    indexes: { seat: string };
  };
  reading: { key: string; value: Reading };
}

/** The database of what seats had not sent, and of where they read. */
export type Cupboard = IDBPDatabase<Shelves>;

/** Rejects, also where the browser throws at the door: it does when sites may keep nothing. */
export async function openCupboard(): Promise<Cupboard> {
  return openDB<Shelves>("hanjang", 1, {
    upgrade(open) {
      const unsent = open.createObjectStore("unsent", { keyPath: ["seat", "id"] });
      unsent.createIndex("seat", "seat");
      open.createObjectStore("reading");
    },
  });
}
