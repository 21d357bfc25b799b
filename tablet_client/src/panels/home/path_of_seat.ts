import type { KeptSeat } from "../doors.ts";
import { deskPath, meetingsPath, meetPath } from "../routes.ts";

/**
 * Where a seat belongs: the secretary to the desk, everybody else to the meeting.
 *
 * `meetingId` is the meeting at hand, for a secretary's seat that stands over all of them.
 */
export function pathOfSeat({ seat }: KeptSeat, meetingId: string | null = null): string {
  const meeting = seat.meeting_id ?? meetingId;
  if (seat.role === "secretary") {
    return meeting === null ? meetingsPath(seat.seat_id) : deskPath(meeting, seat.seat_id);
  }
  return meeting === null ? "/" : meetPath(meeting, seat.seat_id);
}
