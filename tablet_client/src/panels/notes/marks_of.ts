import type { Room, SheetMark } from "../../meeting/room.ts";
import type { PageRef } from "../../protocol/messages.ts";
import { samePage } from "../../protocol/page_key.ts";

/** What is known of one's own marks on a page: the page shown knows its own, a list the others'. */
export function marksOf(room: Room, page: PageRef): readonly SheetMark[] {
  if (samePage(page, room.shown.value)) return room.ink.value;
  return room.own.pages.value.find(({ entry }) => samePage(entry.page, page))?.marks ?? [];
}
