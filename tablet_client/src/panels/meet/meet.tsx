import { type KeptSeat, useDoors } from "../doors.ts";
import { NeedSeat } from "../home/need_seat.tsx";
import { WhichSeat } from "../home/which_seat.tsx";
import { meetPath } from "../routes.ts";
import { RoomScreen } from "./room_screen.tsx";

/** A meeting with the seat the address names, or the only one this tablet has in it. */
export function Meet({ meetingId, seatId }: { meetingId: string; seatId: string | null }) {
  const { seats } = useDoors();
  if (seatId !== null) {
    const kept = seats.one(seatId);
    if (kept === null) return <NeedSeat />;
    return <RoomScreen key={seatId} kept={kept} meetingId={meetingId} />;
  }
  const mine = seats.all().filter((each) => fits(each, meetingId));
  const [only] = mine;
  if (only === undefined) return <NeedSeat />;
  if (mine.length === 1) return <RoomScreen kept={only} meetingId={meetingId} />;
  return <WhichSeat seats={mine} pathOf={(each) => meetPath(meetingId, each.seat.seat_id)} />;
}

const fits = (kept: KeptSeat, meetingId: string) =>
  kept.seat.meeting_id === meetingId || kept.seat.meeting_id === null;
