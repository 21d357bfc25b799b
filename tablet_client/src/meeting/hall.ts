import type { Presence, Present } from "../protocol/messages.ts";

/** Who is here, as far as it was told; a moment of the service's clock for `lostSince`. */
export interface Hall {
  readonly seats: readonly Present[];
  readonly total: number;
  readonly followers: number;
  readonly lostSince: number | null;
}

export const EMPTY_HALL: Hall = { seats: [], total: 0, followers: 0, lostSince: null };

/** The hall after one more frame: all of it told anew, or who came, changed and left. */
export function hallAfter(before: Hall, frame: Presence): Hall {
  return {
    seats: frame.whole ? frame.seats : merged(before.seats, frame),
    total: frame.total,
    followers: frame.following,
    lostSince: frame.lost_since,
  };
}

/** Seats keep their places, so that a list of names does not dance; newcomers are last. */
function merged(before: readonly Present[], { seats, gone }: Presence): readonly Present[] {
  if (seats.length === 0 && gone.length === 0) return before;
  const changed = new Map(seats.map((seat) => [seat.seat_id, seat]));
  for (const id of gone) changed.delete(id);
  const left = new Set(gone);
  const stay = before
    .filter((seat) => !left.has(seat.seat_id))
    .map((seat) => changed.get(seat.seat_id) ?? seat);
  const known = new Set(stay.map((seat) => seat.seat_id));
  return [...stay, ...[...changed.values()].filter((seat) => !known.has(seat.seat_id))];
}
