import type { Present, Snapshot } from "../../protocol/messages.ts";

/**
 * Whether whoever leads has no tablet in the room any more.
 *
 * A list without names, as in a large hall or before the first word, tells of nobody.
 */
export function leaderIsAway({ lead }: Snapshot, presence: readonly Present[]): boolean {
  if (lead === null || presence.length === 0) return false;
  return !presence.some((each) => each.seat_id === lead.seat_id);
}
