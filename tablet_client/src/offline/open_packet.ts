import type { Room } from "../meeting/room.ts";
import { type LeafAnswer, PacketKeeper } from "./packet_keeper.ts";
import { packetInBrowser } from "./store_idb.ts";

/** Whose packet is kept: the same page means another thing to another seat. */
export const ownerOf = (seatId: string, meetingId: string) => `${seatId} ${meetingId}`;

/** Opens the packet a seat keeps of a meeting; it is fetched once `begin` is called. */
export function openPacket(options: {
  origin: string;
  token: string;
  seatId: string;
  meetingId: string;
  room: Room;
  readerWaits: () => boolean;
  tookBack: () => void;
}): PacketKeeper {
  const { origin, token, seatId, meetingId, room, readerWaits, tookBack } = options;
  return new PacketKeeper({
    room,
    meetingId,
    store: packetInBrowser(ownerOf(seatId, meetingId)),
    ask: (path) => askForLeaf(`${origin}${path}`, token),
    clock: () => Date.now(),
    later: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    readerWaits,
    tookBack,
    sparing: savesData,
    // Where it is missing nothing is lost but the promise: old Safari, plain http.
    persist: () => void navigator.storage?.persist?.().catch(() => undefined),
  });
}

/** Past the browser's own cache: what is taken back must not lie there either. */
async function askForLeaf(url: string, token: string): Promise<LeafAnswer> {
  try {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}` },
      cache: "no-store",
    });
    if (response.ok) return { kind: "leaf", blob: await response.blob() };
    const passes = response.status >= 500 || response.status === 429;
    return { kind: passes ? "away" : "refused" };
  } catch {
    return { kind: "away" };
  }
}

/** Whether the tablet was told to spare its link (Network Information API, where there is one). */
function savesData(): boolean {
  const link = (navigator as { connection?: { saveData?: boolean } }).connection;
  return link?.saveData === true;
}
