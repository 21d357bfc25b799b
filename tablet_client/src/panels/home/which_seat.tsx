import { words } from "../../words/words.ts";
import type { KeptSeat } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";

interface WhichSeatProps {
  seats: readonly KeptSeat[];
  pathOf: (kept: KeptSeat) => string;
}

/** Several seats of this tablet fit: as whom does it go on? */
export function WhichSeat({ seats, pathOf }: WhichSeatProps) {
  const w = words.value;
  return (
    <main class="join">
      <h1>{w.home.whichSeat}</h1>
      <ul class="pick-list">
        {seats.map((each) => (
          <li key={each.seat.seat_id}>
            <a class="pick" href={pathOf(each)}>
              <span class="grow">{each.seat.name}</span>
              <span class="quiet small">{w.roles[each.seat.role]}</span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
