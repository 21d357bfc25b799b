import { useEffect, useState } from "preact/hooks";
import { type KeptSeat, useDoors, type Visit } from "../doors.ts";
import { awakeWhileOpen } from "./awake_while_open.ts";

/** Enters a meeting with a seat while the calling screen stands, and leaves with it. */
export function useVisit(kept: KeptSeat, meetingId: string): Visit | null {
  const doors = useDoors();
  const [visit, setVisit] = useState<Visit | null>(null);
  useEffect(() => {
    const entered = doors.enter(kept, meetingId);
    setVisit(entered);
    return () => {
      setVisit(null);
      entered.leave();
    };
    // A seat is the same seat whichever object says so.
  }, [doors, kept.seat.seat_id, kept.token, meetingId]);
  // A wall never rests: it sees to that itself.
  useEffect(() => {
    if (visit === null || kept.seat.role === "screen") return;
    return awakeWhileOpen(visit.room);
  }, [visit, kept.seat.role]);
  return visit;
}
