import type { OwnPage } from "../meeting/own_ink.ts";
import type { PacketPage } from "../meeting/packet.ts";
import type { Room, SheetMark } from "../meeting/room.ts";
import type { PageRef } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";

/** As many letters as a bookmark's name may have; the service's rule. */
export const LONGEST_NAME = 60;

/** A page one wants to find again, and what one calls it; the name may be empty. */
export interface Bookmark {
  readonly entry: PacketPage;
  readonly name: string;
}

/** The bookmarks, in packet order; of two on one page (from two tablets) the later one counts. */
export function bookmarksOf(pages: readonly OwnPage[]): readonly Bookmark[] {
  return pages.flatMap(({ entry, marks }) => {
    const standing = marks.filter(isBookmark);
    const last = standing.at(-1);
    return last === undefined ? [] : [{ entry, name: last.stroke.text }];
  });
}

/** The keys of the pages that bear one. */
export function bookmarkedPages(pages: readonly OwnPage[]): ReadonlySet<string> {
  return new Set(bookmarksOf(pages).map(({ entry }) => pageKey(entry.page)));
}

/** Whether a page with these marks bears a bookmark. */
export function isBookmarked(marks: readonly SheetMark[]): boolean {
  return marks.some(isBookmark);
}

/** Puts a bookmark on a page, in place of whatever is there; a name of `null` takes it off. */
export async function setBookmark(
  room: Pick<Room, "ask">,
  page: PageRef,
  marks: readonly SheetMark[],
  { name, newId }: { readonly name: string | null; readonly newId: () => string },
): Promise<void> {
  const standing = marks.filter(isBookmark).map((mark) => mark.stroke.stroke_id);
  const asked: Promise<unknown>[] = [];
  // The new one first: a page is never without its bookmark when the line breaks between.
  if (name !== null) {
    const text = oneLine(name);
    const look = { tool: "bookmark", colour: "blue", width: 1, points: [0, 0, 0] } as const;
    const stroke = { stroke_id: newId(), page, ...look, text };
    asked.push(room.ask({ type: "AddStroke", stream: "notes", stroke }));
  }
  if (standing.length > 0) {
    asked.push(room.ask({ type: "EraseStrokes", stream: "notes", page, stroke_ids: standing }));
  }
  await Promise.all(asked);
}

function isBookmark(mark: SheetMark): boolean {
  return mark.stroke.tool === "bookmark";
}

function oneLine(name: string): string {
  return [...name.replace(/\s+/gu, " ").trim()].slice(0, LONGEST_NAME).join("");
}
