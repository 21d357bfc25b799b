import { useDoors } from "../doors.ts";
import { NeedSeat } from "../home/need_seat.tsx";
import { WhichSeat } from "../home/which_seat.tsx";
import { statusPath } from "../routes.ts";
import { statusLater } from "./status_later.ts";

const StatusScreen = statusLater.Part;

/** The service's status, for a secretary of the whole house seated on this tablet. */
export function SeatedStatus({ seatId }: { seatId: string | null }) {
  const { seats } = useDoors();
  const fitting = seats
    .all()
    .filter(({ seat }) => seat.role === "secretary" && seat.meeting_id === null)
    .filter(({ seat }) => seatId === null || seat.seat_id === seatId);
  const [only] = fitting;
  if (only === undefined) return <NeedSeat />;
  if (fitting.length === 1) return <StatusScreen key={only.seat.seat_id} kept={only} />;
  return <WhichSeat seats={fitting} pathOf={(each) => statusPath(each.seat.seat_id)} />;
}
