import { useEffect, useState } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import { leadWait } from "./lead_wait.ts";

/** The seconds the lead still waits for a lost presenter, counted down while there is one. */
export function useLeadWait(room: Room): number | null {
  const led = room.state.value?.phase === "open" && room.state.value.lead !== null;
  const lostSince = led ? room.lostSince.value : null;
  const [, setLooks] = useState(0);
  const left = leadWait(lostSince, room.now());
  useEffect(() => {
    if (left === null || left === 0) return;
    const timer = setTimeout(() => setLooks((looks) => looks + 1), 1000);
    return () => clearTimeout(timer);
  });
  return left;
}
