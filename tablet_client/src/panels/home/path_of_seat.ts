import type { KeptSeat } from "../doors.ts";
import { deskPath, meetingsPath, meetPath } from "../route.ts";

/** Where a seat belongs: the secretary to the desk, everybody else to the meeting. */
export function pathOfSeat({ seat }: KeptSeat): string {
  if (seat.role === "secretary") {
    return seat.meeting_id === null
      ? meetingsPath(seat.seat_id)
      : deskPath(seat.meeting_id, seat.seat_id);
  }
  return seat.meeting_id === null ? "/" : meetPath(seat.meeting_id, seat.seat_id);
}
