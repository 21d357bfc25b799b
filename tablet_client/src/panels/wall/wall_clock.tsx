import type { Room } from "../../meeting/room.ts";
import { timeOnly } from "../../words/figures.ts";
import { useNow } from "../parts/use_now.ts";

/** The time of day, quietly; five looks a minute keep it right to within 12 s. */
export function WallClock({ room }: { room: Room }) {
  return <time class="wall-aside">{timeOnly(useNow(room, 12_000))}</time>;
}
