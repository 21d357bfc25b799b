import type { Present, Role, Snapshot } from "../../protocol/messages.ts";

/** Whom the lead can be given to, as `powers.py` of the service has it. */
const LEADING: ReadonlySet<Role> = new Set(["secretary", "chair", "presenter", "member"]);

/**
 * Whether a role may start presenting now: freely, over somebody's head, or not.
 *
 * As `powers.py` of the service has it: a presenter while nobody leads or the leader stayed
 * away longer than the lead waits (`wait` 0), the chair and the secretary at any time while
 * the meeting is open.
 */
export function mayTake(state: Snapshot, role: Role, wait: number | null): "free" | "over" | "no" {
  if (state.phase !== "open") return "no";
  const steps = role === "chair" || role === "secretary";
  if (!steps && role !== "presenter") return "no";
  if (state.lead === null || wait === 0) return "free";
  return steps ? "over" : "no";
}

/** Whether a role that cannot take the lead now may ask for it. */
export function mayAsk(state: Snapshot, role: Role, wait: number | null): boolean {
  if (state.phase !== "open" || !LEADING.has(role)) return false;
  return mayTake(state, role, wait) === "no";
}

/** Those here who can be given the lead: not observers, not the wall, not who has it. */
export function canBeGiven(
  presence: readonly Present[],
  leader: string | null,
): readonly Present[] {
  return presence.filter((each) => each.seat_id !== leader && LEADING.has(each.role));
}
