import { effect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { isBookmarked } from "../../notes/bookmarks.ts";
import type { PageRef } from "../../protocol/messages.ts";
import { pageKey, samePage } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import type { MountedSheet } from "../sheet_door.ts";

/** From the page's left edge to the ribbon, in 1/10,000 of the page's width. */
const FROM_LEFT = 400;

interface BookmarkRibbonProps {
  visit: Visit;
  sheet: MountedSheet;
  page: PageRef;
}

/** A ribbon at the page's corner that moves with the page. */
export function BookmarkRibbon({ visit, sheet, page }: BookmarkRibbonProps) {
  const ribbon = useRef<HTMLSpanElement>(null);
  const isOn = isBookmarked(visit.room.ink.value);
  useLayoutEffect(
    () => effect(() => hang(ribbon.current, sheet.placement.value, page)),
    [sheet, pageKey(page), isOn],
  );
  if (!isOn) return null;
  return (
    <span
      ref={ribbon}
      class="bookmark-ribbon"
      role="img"
      aria-label={words.value.notes.bookmarked}
      data-testid="bookmark-ribbon"
    />
  );
}

function hang(
  ribbon: HTMLElement | null,
  placement: MountedSheet["placement"]["value"],
  page: PageRef,
): void {
  if (ribbon === null) return;
  ribbon.hidden = placement === null || !samePage(placement.page, page);
  if (placement === null) return;
  const left = placement.left + FROM_LEFT * placement.scale;
  ribbon.style.transform = `translate(${left}px, ${placement.top}px)`;
}
