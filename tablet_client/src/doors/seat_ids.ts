const PREFIX = "hanjang.seat.";

/** The ids of all seats this browser keeps; none when it keeps nothing. */
export function seatIds(kept: Storage): readonly string[] {
  try {
    return Object.keys(kept)
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => name.slice(PREFIX.length));
  } catch {
    return [];
  }
}
