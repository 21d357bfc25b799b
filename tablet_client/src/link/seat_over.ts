import { api, HttpProblem } from "./http.ts";
import { keptSeat } from "./seats_kept.ts";

/** What the service answers a seat whose link has died, or that it does not know. */
const OVER: ReadonlySet<string> = new Set(["link_revoked", "link_expired", "link_forged"]);

/** Whether the service says that a seat of this browser is over; false where it says nothing. */
export async function isOver(origin: string, seatId: string): Promise<boolean> {
  const kept = keptSeat(seatId);
  if (kept === null) return false;
  try {
    await api(origin, kept.token).get("/api/seat");
    return false;
  } catch (thrown) {
    return thrown instanceof HttpProblem && OVER.has(thrown.code);
  }
}
