import { useEffect, useMemo, useRef } from "preact/hooks";
import type { PacketPage } from "../../meeting/packet.ts";
import { bookmarkedPages } from "../../notes/bookmarks.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Thumb } from "../parts/thumb.tsx";
import type { View } from "./view.ts";

/** All pages in small, side by side; the one shown is kept in sight. */
export function Thumbnails({ visit, view }: { visit: Visit; view: View }) {
  const w = words.value.room;
  const strip = useRef<HTMLOListElement>(null);
  const { own } = visit.room;
  const pages = own.pages.value;
  const bookmarked = useMemo(() => bookmarkedPages(pages), [pages]);
  // Where one put bookmarks is known once one's own ink has been read.
  useEffect(() => own.want(), [own]);
  const at = view.mine?.number ?? null;
  useEffect(() => {
    const current = strip.current?.querySelector<HTMLElement>("[aria-current]");
    if (!current || strip.current === null) return;
    // Not scrollIntoView: that would also move the screen around the strip on a phone.
    strip.current.scrollLeft =
      current.offsetLeft - strip.current.clientWidth / 2 + current.clientWidth / 2;
  }, [at]);
  return (
    <div class="thumbnails-place">
      <ol class="thumbnails" aria-label={w.thumbnails} data-testid="thumbnails" ref={strip}>
        {view.packet.map((each) => (
          <li key={pageKey(each.page)}>
            <ThumbButton
              each={each}
              at={at}
              visit={visit}
              held={view.held}
              isBookmarked={bookmarked.has(pageKey(each.page))}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A4, until the document says otherwise. */
const PORTRAIT = 210 / 297;

interface ThumbButtonProps {
  each: PacketPage;
  at: number | null;
  visit: Visit;
  held: boolean;
  isBookmarked: boolean;
}

function ThumbButton({ each, at, visit, held, isBookmarked }: ThumbButtonProps) {
  const size = each.document.sizes[each.page.page - 1];
  const ratio = size === undefined ? PORTRAIT : size[0] / size[1];
  return (
    <button
      type="button"
      class="thumb-button"
      aria-current={each.number === at ? "page" : undefined}
      data-page={each.number}
      disabled={held}
      onClick={() => visit.room.show(each.page)}
    >
      <span class="thumb-cell">
        <span class="thumb-frame" style={{ "--ratio": ratio }}>
          <Thumb pages={visit.pages} page={each.page} ready={each.ready} />
          {isBookmarked && <span class="thumb-ribbon" data-testid="thumb-ribbon" />}
        </span>
      </span>
      <span class="thumb-number">{each.number}</span>
      <span class="unseen">{each.item.title}</span>
      {isBookmarked && <span class="unseen">, {words.value.notes.bookmarked}</span>}
    </button>
  );
}
