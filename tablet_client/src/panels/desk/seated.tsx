import { type KeptSeat, useDoors } from "../doors.ts";
import { NeedSeat } from "../home/need_seat.tsx";
import { WhichSeat } from "../home/which_seat.tsx";
import { MeetingList } from "../meetings/meeting_list.tsx";
import { deskPath, meetingsPath } from "../routes.ts";
import { DeskScreen } from "./desk_screen.tsx";

/** The list of meetings, for a secretary seated on this tablet. */
export function SeatedMeetings({ seatId }: { seatId: string | null }) {
  const seats = useSecretarySeats(seatId, null);
  const [only] = seats;
  if (only === undefined) return <NeedSeat />;
  if (seats.length === 1) return <MeetingList key={only.seat.seat_id} kept={only} />;
  return <WhichSeat seats={seats} pathOf={(each) => meetingsPath(each.seat.seat_id)} />;
}

/** A meeting's desk, for a secretary seated on this tablet. */
export function SeatedDesk({ meetingId, seatId }: { meetingId: string; seatId: string | null }) {
  const seats = useSecretarySeats(seatId, meetingId);
  const [only] = seats;
  if (only === undefined) return <NeedSeat />;
  if (seats.length === 1) {
    return (
      <DeskScreen key={`${meetingId} ${only.seat.seat_id}`} kept={only} meetingId={meetingId} />
    );
  }
  return <WhichSeat seats={seats} pathOf={(each) => deskPath(meetingId, each.seat.seat_id)} />;
}

function useSecretarySeats(seatId: string | null, meetingId: string | null): readonly KeptSeat[] {
  const { seats } = useDoors();
  const secretaries = seats.all().filter((each) => each.seat.role === "secretary");
  if (seatId !== null) return secretaries.filter((each) => each.seat.seat_id === seatId);
  return secretaries.filter(
    ({ seat }) => meetingId === null || seat.meeting_id === null || seat.meeting_id === meetingId,
  );
}
