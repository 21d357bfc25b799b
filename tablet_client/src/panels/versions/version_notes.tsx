import { useEffect } from "preact/hooks";
import { isChanged, isNew } from "../../meeting/succession.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { announce } from "../parts/announcer.tsx";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import type { View } from "../room/view.ts";
import { leftNames, leftOf } from "./left_count.ts";
import { leftOpen } from "./left_open.ts";
import { seenNotes } from "./seen_notes.ts";
import { type JustReplaced, useReplaced } from "./use_replaced.ts";

/**
 * What a reader should know of new versions, in one quiet note: that the paper in hand was
 * replaced, that this page changed, that ink lost its place. Put away, it does not come back.
 */
export function VersionNotes({ visit, view }: { visit: Visit; view: View }) {
  const w = words.value.versions;
  const seen = seenNotes(visit.kept.seat.seat_id);
  const [replaced, putAway] = useReplaced(view);
  const page = view.mine === null ? null : `page ${pageKey(view.mine.page)}`;
  const said = pageNote(view, replaced, page !== null && seen.has(page));
  const left = leftNames(visit);
  const showsLeft = left.some((name) => !seen.has(name));
  const count = leftOf(visit).count;
  const aloud = [said, showsLeft && w.leftNote(count)].filter(Boolean).join(" ");
  useEffect(() => {
    if (aloud !== "") announce(aloud);
  }, [aloud]);
  if (aloud === "") return null;
  return (
    <div class="stage-note version-note" data-testid="version-note">
      <Icon name="sheet" />
      <div class="grow">
        {said !== null && <p>{said}</p>}
        {showsLeft && (
          <button
            type="button"
            class="button text"
            data-testid="left-show"
            onClick={() => {
              leftOpen.value = true;
            }}
          >
            {w.leftShow(count)}
          </button>
        )}
      </div>
      <IconButton
        icon="close"
        label={w.gotIt}
        data-testid="version-note-close"
        onClick={() => {
          putAway();
          seen.add(page === null ? left : [...left, page]);
        }}
      />
    </div>
  );
}

/** What there is to say of the page shown; null for a page that is as it was. */
function pageNote(
  { mine, state }: View,
  replaced: JustReplaced | null,
  isSeen: boolean,
): string | null {
  const w = words.value.versions;
  if (mine === null) return null;
  const changed = isChanged(state, mine.page) && !isSeen;
  if (replaced === null) {
    if (!changed) return null;
    return isNew(state, mine.page) ? w.added : w.changed;
  }
  const { version } = replaced;
  if (replaced.gone) return w.pageGone(version);
  return changed && !isNew(state, mine.page) ? w.nowChanged(version) : w.nowReading(version);
}
