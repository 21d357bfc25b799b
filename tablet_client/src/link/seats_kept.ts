import type { Seat } from "./join.ts";

/** A seat this browser has taken: `link_id` says by which link, when it is known. */
export interface KeptSeat {
  readonly token: string;
  readonly seat: Seat;
  readonly link_id?: string;
}

const PREFIX = "hanjang.seat.";

/** The seat with this id, if this browser has taken it. */
export function keptSeat(seatId: string): KeptSeat | null {
  return read(PREFIX + seatId);
}

/** Keeps a seat for later visits; a browser that keeps nothing has the seat until it closes. */
export function keepSeat(kept: KeptSeat): void {
  try {
    localStorage.setItem(PREFIX + kept.seat.seat_id, JSON.stringify(kept));
  } catch {
    unkept.set(PREFIX + kept.seat.seat_id, JSON.stringify(kept));
  }
}

/** The seats taken in this browser by one link, as `keepSeat` was told. */
export function seatsOfLink(linkId: string): KeptSeat[] {
  return keptSeats().filter((kept) => kept.link_id === linkId);
}

/** Every seat this browser has taken. */
export function keptSeats(): KeptSeat[] {
  return names().flatMap((name) => read(name) ?? []);
}

/** Gives a seat up: its token is gone from this browser. */
export function forgetSeat(seatId: string): void {
  unkept.delete(PREFIX + seatId);
  try {
    localStorage.removeItem(PREFIX + seatId);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

const unkept = new Map<string, string>();

function names(): string[] {
  try {
    return [...Object.keys(localStorage), ...unkept.keys()].filter((name) =>
      name.startsWith(PREFIX),
    );
  } catch {
    return [...unkept.keys()];
  }
}

function read(name: string): KeptSeat | null {
  try {
    const text = unkept.get(name) ?? localStorage.getItem(name);
    return text === null ? null : (JSON.parse(text) as KeptSeat);
  } catch {
    return null;
  }
}
