import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { PacketStore, Put } from "./packet_store.ts";

interface Shelf extends DBSchema {
  leaves: { key: [string, string]; value: { type: string; bytes: ArrayBuffer } };
  /** Beside the leaves, so that nobody has to read 100 MB to know how much it is. */
  sizes: { key: [string, string]; value: number };
}

type Open = IDBPDatabase<Shelf>;

let opened: Promise<Open | null> | null = null;

/** Null where the browser keeps nothing, as in a private window. */
function shelf(): Promise<Open | null> {
  opened ??= openShelf().catch(() => null);
  return opened;
}

/** Rejects, also where the browser throws at the door: it does when sites may keep nothing. */
async function openShelf(): Promise<Open> {
  return openDB<Shelf>("hanjang-packet", 1, {
    upgrade(open) {
      open.createObjectStore("leaves");
      open.createObjectStore("sizes");
    },
    // A newer version of the app in another tab must not wait for this one.
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opened = null;
    },
  });
}

/** The seat's leaves in the browser's database; `owner` names seat and meeting. */
export function packetInBrowser(owner: string): PacketStore {
  const mine = IDBKeyRange.bound([owner], [owner, []]);
  const withShelf = async <T>(act: (open: Open) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      const open = await shelf();
      return open === null ? otherwise : await act(open);
    } catch {
      return otherwise;
    }
  };
  const remove = (what: IDBKeyRange | [string, string]) =>
    withShelf(async (open) => {
      const both = open.transaction(["leaves", "sizes"], "readwrite");
      await Promise.all([
        both.objectStore("leaves").delete(what),
        both.objectStore("sizes").delete(what),
        both.done,
      ]);
    }, undefined);
  return {
    list: () =>
      withShelf(async (open) => {
        const both = open.transaction("sizes");
        const [keys, sizes] = await Promise.all([
          both.store.getAllKeys(mine),
          both.store.getAll(mine),
        ]);
        return new Map(keys.map(([, key], index) => [key, sizes[index] ?? 0]));
      }, new Map<string, number>()),
    get: (key) =>
      withShelf(async (open) => {
        const leaf = await open.get("leaves", [owner, key]);
        return leaf === undefined ? null : new Blob([leaf.bytes], { type: leaf.type });
      }, null),
    async put(key, blob): Promise<Put> {
      try {
        const open = await shelf();
        if (open === null) return "lost";
        const bytes = await blob.arrayBuffer();
        const both = open.transaction(["leaves", "sizes"], "readwrite");
        await Promise.all([
          both.objectStore("leaves").put({ type: blob.type, bytes }, [owner, key]),
          both.objectStore("sizes").put(bytes.byteLength, [owner, key]),
          both.done,
        ]);
        return "kept";
      } catch (thrown) {
        return isFull(thrown) ? "full" : "lost";
      }
    },
    async drop(keys) {
      for (const key of keys) await remove([owner, key]);
    },
    clear: () => remove(mine),
    async room() {
      // Missing on plain http and in old browsers: there only the refusal itself tells.
      const told = await navigator.storage?.estimate?.().catch(() => undefined);
      if (told?.quota === undefined || told.usage === undefined) return Number.POSITIVE_INFINITY;
      return told.quota - told.usage;
    },
    works: async () => (await shelf()) !== null,
  };
}

/** Removes what was kept for owners that nobody is any more; `isOwner` says who still is. */
export async function sweepPackets(isOwner: (owner: string) => boolean): Promise<void> {
  const open = await shelf();
  if (open === null) return;
  const owners = new Set((await open.getAllKeys("sizes")).map(([owner]) => owner));
  for (const owner of owners) if (!isOwner(owner)) await packetInBrowser(owner).clear();
}

/** Whether the disk, or the browser's share of it, is full. */
export function isFull(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === "QuotaExceededError";
}
