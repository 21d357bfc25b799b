import { steers } from "../../meeting/powers.ts";
import type { Room } from "../../meeting/room.ts";

/** Whether this seat leads or steers: it answers requests and sees who is behind. */
export function mayAnswer(room: Room): boolean {
  const [state, you] = [room.state.value, room.you.value];
  return state !== null && you !== null && steers(state, you);
}
