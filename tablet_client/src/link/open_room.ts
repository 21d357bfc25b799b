import { LiveRoom } from "../meeting/live_room.ts";
import { keepInBrowser, type WhenFull } from "./keeping_idb.ts";
import { newId } from "./new_id.ts";
import { type AnySocket, SocketLine } from "./socket.ts";

/** Opens a seat's meeting: what it kept, its socket, and its room. */
export function openRoom(options: {
  origin: string;
  token: string;
  meetingId: string;
  seatId: string;
  /** Whether the seat is one in every meeting of the house. */
  ofHouse: boolean;
  full: WhenFull;
}): LiveRoom {
  const { origin, token, meetingId, seatId, ofHouse, full } = options;
  const owner = `${seatId} ${meetingId}`;
  const line = new SocketLine({
    open: () => new WebSocket(`${origin.replace(/^http/, "ws")}/api/socket`) as AnySocket,
    clock: () => Date.now(),
    later: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    jitter: () => Math.random(),
  });
  const stopListening = watchTheTablet(line, () => room.putDown());
  const room = new LiveRoom({
    meetingId,
    token,
    line: {
      send: (message) => line.send(message),
      renew: () => line.renew(),
      close: () => {
        stopListening();
        line.close();
      },
    },
    // What such a seat wrote in one meeting is nothing to send in another.
    keeping: keepInBrowser({ owner, shelf: ofHouse ? owner : seatId }, full),
    clock: () => Date.now(),
    makeId: newId,
    later: (milliseconds, act) => void setTimeout(act, milliseconds),
  });
  void room.load().then(() => line.start(room));
  return room;
}

/** Tells the line when the network goes, and when it or the reader comes back; keeps what is put aside. */
function watchTheTablet(line: SocketLine, putDown: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  addEventListener("offline", () => line.networkGone(), { signal });
  addEventListener("online", () => line.networkChanged(), { signal });
  addEventListener("pageshow", (event) => event.persisted && line.renew(), { signal });
  addEventListener("pagehide", putDown, { signal });
  document.addEventListener(
    "visibilitychange",
    () => {
      const visible = document.visibilityState === "visible";
      line.shown(visible);
      if (!visible) putDown();
    },
    { signal },
  );
  return () => stop.abort();
}
