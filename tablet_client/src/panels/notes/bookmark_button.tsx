import { isBookmarked, setBookmark } from "../../notes/bookmarks.ts";
import type { PageRef } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { useDoors, type Visit } from "../doors.ts";
import { announce } from "../parts/announcer.tsx";
import { IconButton } from "../parts/icon_button.tsx";

/** Puts a bookmark on the page shown, or takes it off; nobody else sees it. */
export function BookmarkButton({ visit, page }: { visit: Visit; page: PageRef }) {
  const w = words.value.notes;
  const doors = useDoors();
  const { room } = visit;
  const marks = room.ink.value;
  const isOn = isBookmarked(marks);
  return (
    <IconButton
      icon="bookmark"
      label={isOn ? w.unbookmark : w.bookmark}
      aria-pressed={isOn}
      class={isOn ? "icon-button bookmarked" : "icon-button"}
      data-testid="bookmark"
      onClick={() => {
        announce(isOn ? w.bookmarkGone : w.bookmarkPut);
        void setBookmark(room, page, marks, { name: isOn ? null : "", newId: doors.newId });
      }}
    />
  );
}
