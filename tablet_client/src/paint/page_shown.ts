import { findPage, type PacketPage, pageFrom } from "../meeting/packet.ts";
import { maySeePages } from "../meeting/powers.ts";
import type { Room } from "../meeting/room.ts";
import type { Wanted } from "../pages/full_images.ts";
import type { Pages } from "../pages/pages.ts";
import type { PageSize } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";

/** What there is to say about the page shown; null when it simply stands there. */
export type SheetMessage =
  | { readonly kind: "drawing" }
  | { readonly kind: "waiting" }
  | { readonly kind: "failed"; readonly code: string };

/** The page's width and height in points; null when there is no page. */
export function sizeOf(entry: PacketPage | null): PageSize | null {
  return entry?.document.sizes[entry.page.page - 1] ?? null;
}

/** Whether this seat may see pages now. */
export function maySee(room: Room): boolean {
  const [state, you] = [room.state.value, room.you.value];
  return state !== null && you !== null && maySeePages(state, you);
}

export function messageFor(
  room: Room,
  entry: PacketPage | null,
  pages: Pages,
): SheetMessage | null {
  void pages.changes.value;
  if (entry === null) return null;
  if (!maySee(room)) return { kind: "waiting" };
  if (entry.failed !== null) return { kind: "failed", code: entry.failed };
  const look = pages.look(entry.page);
  if (look.kind === "failed") return { kind: "failed", code: look.code };
  if (look.kind === "away") return { kind: "waiting" };
  return look.kind === "loading" ? { kind: "drawing" } : null;
}

/** Pages leafed through quickly, by how far from the one shown; those nearer are had in full. */
const LEAFED = [3, 4, 5, 6, 7, 8, -2, -3, -4] as const;

/** Papers that may be jumped to by the agenda: 24 thumbnails with those leafed through, of 37 held. */
const MOST_PAPERS = 15;

/** The pages that may be leafed past, and the first of every paper: a small picture of each will do. */
export function glimpsedPages(room: Room, entry: PacketPage | null): readonly PacketPage["page"][] {
  if (entry === null || !maySee(room)) return [];
  const packet = room.packet.peek();
  const leafed = LEAFED.map((by) => pageFrom(packet, entry.number, by));
  const firsts = packet.filter((each) => each.page.page === 1).slice(0, MOST_PAPERS);
  return [...leafed, ...firsts].flatMap((each) => (each?.ready === true ? [each.page] : []));
}

/** Whether a turn to any of these pages would be painted at once, as far as they are drawn. */
export function isAllHere(wanted: readonly Wanted[], pages: Pages): boolean {
  // The page shown last: what is looked at last is the last to go.
  const looks = wanted.toReversed().map(({ page, drawn }) => !drawn || pages.look(page).kind);
  return looks.every((look) => look === true || look === "ready");
}

/** The page shown and the presenter's, then what may be turned to from either: six pages at most. */
export function wantedPages(room: Room, entry: PacketPage | null): readonly Wanted[] {
  if (entry === null || !maySee(room)) return [];
  const packet = room.packet.value;
  const turned = room.state.value?.page ?? null;
  const theirs = findPage(packet, turned);
  const from = (at: PacketPage, by: number) => pageFrom(packet, at.number, by);
  const nextOfTheirs = theirs === null ? null : from(theirs, 1);
  const near = [from(entry, 1), nextOfTheirs, from(entry, -1), from(entry, 2)];
  const wanted = [entry, theirs, ...near].filter((each) => each !== null);
  const seen = new Set<string>();
  return wanted.flatMap((each) => {
    const key = pageKey(each.page);
    if (each.failed !== null || seen.has(key)) return [];
    seen.add(key);
    return [{ page: each.page, drawn: each.ready }];
  });
}
