import type { NamedSeat } from "../meeting/former.ts";
import type { Seat } from "./join.ts";
import { keptSeats } from "./seats_kept.ts";

const PREFIX = "hanjang.former.";

/** Remembers whose unsent notes lie on this tablet, also when the seat itself is forgotten. */
export function keepFormer({ seat_id, meeting_id, name }: NamedSeat): void {
  const text = JSON.stringify({ seat_id, meeting_id, name });
  try {
    localStorage.setItem(PREFIX + seat_id, text);
  } catch {
    unkept.set(PREFIX + seat_id, text);
  }
}

/** Forgets it: its notes were taken over, or thrown away. */
export function forgetFormer(seatId: string): void {
  unkept.delete(PREFIX + seatId);
  try {
    localStorage.removeItem(PREFIX + seatId);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** The seats that are over: those remembered, and those kept whose time ran out unseen. */
export function formerSeats(now: number): readonly NamedSeat[] {
  const remembered = names().flatMap((name) => read(name) ?? []);
  const known = new Set(remembered.map((each) => each.seat_id));
  const expired = seatsOfMeetings(
    ({ expires_at }) => expires_at !== undefined && expires_at <= now,
  );
  return [...remembered, ...expired.filter((each) => !known.has(each.seat_id))];
}

/** The seats this browser has in meetings. */
export const namedSeats = (): readonly NamedSeat[] => seatsOfMeetings(() => true);

function seatsOfMeetings(isWanted: (seat: Seat) => boolean): readonly NamedSeat[] {
  return keptSeats().flatMap(({ seat }) => {
    const { seat_id, meeting_id, name } = seat;
    return meeting_id === null || !isWanted(seat) ? [] : { seat_id, meeting_id, name };
  });
}

/** For browsers that keep nothing: until the page is closed. */
const unkept = new Map<string, string>();

function names(): readonly string[] {
  try {
    return [...Object.keys(localStorage), ...unkept.keys()].filter((name) =>
      name.startsWith(PREFIX),
    );
  } catch {
    return [...unkept.keys()];
  }
}

function read(name: string): NamedSeat | null {
  try {
    const text = unkept.get(name) ?? localStorage.getItem(name);
    const told = JSON.parse(text ?? "null") as Partial<NamedSeat> | null;
    const { seat_id, meeting_id, name: spoken } = told ?? {};
    if (seat_id === undefined || meeting_id === undefined || spoken === undefined) return null;
    return { seat_id, meeting_id, name: spoken };
  } catch {
    return null;
  }
}
