import type { Actor, Role, Snapshot } from "../protocol/messages.ts";

/**
 * Who may do what, as the service's `meeting/powers.py` has it: the service decides, and this
 * only spares people what would be refused.
 */
const STEERING: ReadonlySet<Role> = new Set(["secretary", "chair"]);
const SHARING: ReadonlySet<Role> = new Set(["secretary", "chair", "presenter", "member"]);

/** Whether this seat turns the pages, or may at any time. */
export function steers(state: Snapshot, you: Actor): boolean {
  return state.lead?.seat_id === you.seat_id || STEERING.has(you.role);
}

/** Whether the packet is given out: as the secretary said, else from the opening on. */
export function isGivenOut({ published, phase }: Pick<Snapshot, "published" | "phase">): boolean {
  return published ?? phase !== "preparing";
}

/** Whether this seat gets page images now: always who prepares, else what is given out. */
export function maySeePages(state: Snapshot, you: Actor): boolean {
  if (STEERING.has(you.role) || you.role === "presenter") return true;
  return isGivenOut(state);
}

/** Whether this seat's ink may go to everyone now. */
export function mayShareInk(state: Snapshot, you: Actor): boolean {
  if (state.phase !== "open") return false;
  return steers(state, you) || (state.members_may_write && SHARING.has(you.role));
}
