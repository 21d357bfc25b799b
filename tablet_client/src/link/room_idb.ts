import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Cut, KeptRoom, KeptSheet } from "../meeting/keeping.ts";
import { pageKey } from "../protocol/page_key.ts";

interface Cupboard extends DBSchema {
  rooms: { key: string; value: KeptRoom };
  sheets: { key: [string, string]; value: KeptSheet };
}

type Open = IDBPDatabase<Cupboard>;

let opened: Promise<Open | null> | null = null;

/**
 * A database of its own, beside that of what is unsent: an older tab of the app may have that
 * one open, and would keep this one waiting.
 */
function cupboard(): Promise<Open | null> {
  opened ??= openCupboard().catch(() => null);
  return opened;
}

/** Rejects, also where the browser throws at the door: it does when sites may keep nothing. */
async function openCupboard(): Promise<Open> {
  return openDB<Cupboard>("hanjang-room", 1, {
    upgrade(open) {
      open.createObjectStore("rooms");
      open.createObjectStore("sheets");
    },
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opened = null;
    },
  });
}

/** The meeting a seat knew last; `owner` names seat and meeting. Nothing kept, nothing told. */
export async function loadRoom(
  owner: string,
): Promise<{ room: KeptRoom | null; sheets: readonly KeptSheet[] }> {
  const nothing = { room: null, sheets: [] };
  try {
    const open = await cupboard();
    if (open === null) return nothing;
    const both = open.transaction(["rooms", "sheets"]);
    const [room, sheets] = await Promise.all([
      both.objectStore("rooms").get(owner),
      both.objectStore("sheets").getAll(allOf(owner)),
    ]);
    return { room: room ?? null, sheets };
  } catch {
    return nothing;
  }
}

/** Keeps a cut, whole or not at all. Rejects as the database does. */
export async function keepRoom(owner: string, { room, sheets, gone }: Cut): Promise<void> {
  const open = await cupboard();
  if (open === null) return;
  const both = open.transaction(["rooms", "sheets"], "readwrite");
  const shelf = both.objectStore("sheets");
  await Promise.all([
    both.objectStore("rooms").put(room, owner),
    ...gone.map(({ stream, key }) => shelf.delete([owner, `${stream} ${key}`])),
    ...sheets.map((each) => shelf.put(each, [owner, `${each.stream} ${pageKey(each.page)}`])),
    both.done,
  ]);
}

/** Forgets the meeting of a seat. */
export async function forgetRoom(owner: string): Promise<void> {
  const open = await cupboard();
  if (open === null) return;
  const both = open.transaction(["rooms", "sheets"], "readwrite");
  await Promise.all([
    both.objectStore("rooms").delete(owner),
    both.objectStore("sheets").delete(allOf(owner)),
    both.done,
  ]);
}

/** Forgets the meetings of owners that nobody is any more. */
export async function sweepRooms(isOwner: (owner: string) => boolean): Promise<void> {
  const open = await cupboard();
  if (open === null) return;
  for (const owner of await open.getAllKeys("rooms")) if (!isOwner(owner)) await forgetRoom(owner);
}

const allOf = (owner: string) => IDBKeyRange.bound([owner], [owner, []]);
