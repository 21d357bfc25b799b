import type { Present, Role, Snapshot } from "../../protocol/messages.ts";
import { leaderIsAway } from "./leader_away.ts";

/**
 * Whether a role may start presenting now: freely, over somebody's head, or not.
 *
 * As `powers.py` of the service has it: a presenter while nobody leads or the leader's tablets
 * are all away, the chair and the secretary at any time while the meeting is open.
 */
export function mayTake(
  state: Snapshot,
  role: Role,
  presence: readonly Present[],
): "free" | "over" | "no" {
  if (state.phase !== "open") return "no";
  const steps = role === "chair" || role === "secretary";
  if (!steps && role !== "presenter") return "no";
  if (state.lead === null || leaderIsAway(state, presence)) return "free";
  return steps ? "over" : "no";
}

/** Those here who can be given the lead: not observers, not the wall, not who has it. */
export function canBeGiven(
  presence: readonly Present[],
  leader: string | null,
): readonly Present[] {
  return presence.filter(
    (each) => each.seat_id !== leader && each.role !== "observer" && each.role !== "screen",
  );
}
