import { useEffect } from "preact/hooks";
import { isChanged, isNew } from "../../meeting/succession.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { announce } from "../parts/announcer.tsx";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import { shortName } from "../room/packet_spans.ts";
import type { View } from "../room/view.ts";
import { leftOf } from "./left_count.ts";
import { leftInkLater, leftOpen } from "./left_open.ts";
import { seenNotes } from "./seen_notes.ts";
import { useReplaced } from "./use_replaced.ts";

/**
 * What a reader should know of new versions, in one quiet note: that the paper in hand was
 * replaced, that this page changed, that ink lost its place. Put away, it does not come back.
 */
export function VersionNotes({ visit, view }: { visit: Visit; view: View }) {
  const w = words.value.versions;
  const seen = seenNotes(visit.kept.seat.seat_id);
  const [replaced, putAway] = useReplaced(view);
  const { mine, state } = view;
  const left = leftOf(visit);
  const unseen = left.pages.map((each) => `left ${pageKey(each.page)}`);
  const says = [
    replaced !== null && replacedNote(view, replaced.gone),
    mine !== null && pageNote(),
    unseen.some((name) => !seen.has(name)) && w.leftNote(left.count),
  ].filter((line) => line !== false && line !== null);
  const aloud = says.join(" ");
  useEffect(() => {
    if (aloud !== "") announce(aloud);
  }, [aloud]);
  const showsLeft = unseen.some((name) => !seen.has(name));
  return (
    <>
      {says.length > 0 && (
        <div class="stage-note version-note" data-testid="version-note">
          <Icon name="sheet" />
          <div class="grow">
            {says.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          {showsLeft && (
            <button
              type="button"
              class="button"
              data-testid="left-show"
              onClick={() => {
                leftOpen.value = true;
              }}
            >
              {w.leftShow}
            </button>
          )}
          <IconButton
            icon="close"
            label={w.gotIt}
            data-testid="version-note-close"
            onClick={() => {
              putAway();
              seen.add(mine === null ? unseen : [...unseen, `page ${pageKey(mine.page)}`]);
            }}
          />
        </div>
      )}
      {leftOpen.value && (
        <leftInkLater.Part
          visit={visit}
          view={view}
          onClose={() => {
            leftOpen.value = false;
            seen.add(unseen);
          }}
        />
      )}
    </>
  );

  function pageNote(): string | null {
    if (mine === null || !isChanged(state, mine.page)) return null;
    if (seen.has(`page ${pageKey(mine.page)}`)) return null;
    return isNew(state, mine.page) ? w.added : w.changed;
  }
}

function replacedNote({ mine }: View, gone: boolean): string | null {
  if (mine === null) return null;
  const w = words.value.versions;
  const { name, version } = mine.document;
  return gone ? w.pageGone(shortName(name), version) : w.nowReading(shortName(name), version);
}
