import type { Item, Role, Snapshot } from "../../protocol/messages.ts";

/** Why an item's pages are kept from somebody: not released yet, or not for them at all. */
export type Veil = "embargo" | "closed";

/** For whom a closed item is never there, as in the service's `meeting/sight.py`. */
const GUESTS: ReadonlySet<Role> = new Set(["observer", "screen"]);

/** Why this seat does not see an item's pages; null when it does. */
export function veilOf(
  { veils }: Pick<Snapshot, "veils">,
  item: Item,
  role: Role | null,
): Veil | null {
  if (veils[item.item_id] === undefined) return null;
  return item.closed && role !== null && GUESTS.has(role) ? "closed" : "embargo";
}

/** Whether an item's pages are still kept from the members, whoever asks. */
export function isEmbargoed({ opened }: Pick<Snapshot, "opened">, item: Item): boolean {
  return item.embargoed && !opened.includes(item.item_id);
}

/** What is written beside an item's title: what holds of it now, for those who see the title. */
export function marksOf(state: Pick<Snapshot, "opened">, item: Item): readonly Veil[] {
  const marks: Veil[] = [];
  if (isEmbargoed(state, item)) marks.push("embargo");
  if (item.closed) marks.push("closed");
  return marks;
}
