import type { Present, Role, Snapshot } from "../../protocol/messages.ts";

/** Whether a role may start presenting now: freely, over somebody's head, or not (`rules.py`). */
export function mayTake(state: Snapshot, role: Role): "free" | "over" | "no" {
  if (state.phase !== "open") return "no";
  const steps = role === "chair" || role === "secretary";
  if (state.lead === null) return steps || role === "presenter" ? "free" : "no";
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
