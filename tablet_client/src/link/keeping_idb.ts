import type { Keeping } from "../meeting/keeping.ts";
import { type Cupboard, openCupboard } from "./cupboard_idb.ts";
import { forgetRoom, keepRoom, loadRoom } from "./room_idb.ts";

/** What a tablet does when its storage is full: makes room once, and says so if that was too little. */
export interface WhenFull {
  makeRoom(): Promise<void>;
  /** Whether the newest of what had to be kept is kept. */
  told(isKept: boolean): void;
}

const FREED_AFTER_MS = 2_000;

/** Under which names a seat keeps what: its meeting, and what was not sent yet. */
export interface Places {
  readonly owner: string;
  readonly shelf: string;
}

/** A seat's memory in the browser's database; without one, nothing is kept and nothing breaks. */
export function keepInBrowser({ owner, shelf }: Places, full: WhenFull): Keeping {
  const cupboard = openCupboard().catch(() => null);
  const write = async (act: (open: Cupboard) => Promise<unknown>) => {
    const open = await cupboard;
    if (open !== null) await act(open);
  };
  /** Tries once more where there was no room: what was written comes before pictures of pages. */
  const insist = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act().catch(async (thrown) => {
        if (!isFull(thrown)) throw thrown;
        await full.makeRoom();
        await act().catch(async () => {
          // The browser counts what was removed as used for a moment longer.
          await new Promise((done) => setTimeout(done, FREED_AFTER_MS));
          await act();
        });
      });
      full.told(true);
      return true;
    } catch (thrown) {
      if (isFull(thrown)) full.told(false);
      return false;
    }
  };
  return {
    async load() {
      const nothing = { unsent: [], reading: null };
      const kept = await loadRoom(owner);
      try {
        const open = await cupboard;
        if (open === null) return { ...nothing, ...kept };
        const rows = await open.getAllFromIndex("unsent", "seat", shelf);
        const reading = (await open.get("reading", shelf)) ?? null;
        return { unsent: rows.map((row) => row.unsent), reading, ...kept };
      } catch {
        return { ...nothing, ...kept };
      }
    },
    keep(unsent) {
      const id = unsent.command.command_id;
      void insist(() => write((open) => open.put("unsent", { seat: shelf, id, unsent })));
    },
    drop(commandId) {
      void write((open) => open.delete("unsent", [shelf, commandId])).catch(() => undefined);
    },
    keepReading(reading) {
      void write((open) => open.put("reading", reading, shelf)).catch(() => undefined);
    },
    keepCut: (cut) => insist(() => keepRoom(owner, cut)),
    forgetRoom() {
      void forgetRoom(owner).catch(() => undefined);
    },
  };
}

/** Whether the disk, or the browser's share of it, is full. */
function isFull(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === "QuotaExceededError";
}
