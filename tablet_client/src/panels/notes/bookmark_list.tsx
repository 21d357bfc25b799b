import { useState } from "preact/hooks";
import { type Bookmark, LONGEST_NAME, setBookmark } from "../../notes/bookmarks.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import { useDoors, type Visit } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import { shortName } from "../room/packet_spans.ts";
import type { View } from "../room/view.ts";
import { marksOf } from "./marks_of.ts";
import { PageRow } from "./page_row.tsx";

interface BookmarkListProps {
  visit: Visit;
  view: View;
  bookmarks: readonly Bookmark[];
  onGo?: (() => void) | undefined;
}

/** The pages one wants to find again; each can be named, or taken off. */
export function BookmarkList({ visit, view, bookmarks, onGo }: BookmarkListProps) {
  const w = words.value.notes;
  const doors = useDoors();
  const [naming, setNaming] = useState<string | null>(null);
  const { room } = visit;
  const set = ({ entry }: Bookmark, name: string | null) =>
    void setBookmark(room, entry.page, marksOf(room, entry.page), { name, newId: doors.newId });
  return (
    <ul class="note-list" data-testid="bookmark-list">
      {bookmarks.map((each) => {
        const key = pageKey(each.entry.page);
        const { number, document } = each.entry;
        return (
          <li key={key} class="bookmark-item">
            <div class="row">
              <PageRow
                visit={visit}
                view={view}
                entry={each.entry}
                testid="bookmark-row"
                title={each.name === "" ? shortName(document.name) : each.name}
                onGo={onGo}
              >
                {each.name !== "" && <span class="note-what">{shortName(document.name)}</span>}
              </PageRow>
              <IconButton
                icon="edit"
                label={w.rename(number)}
                aria-expanded={naming === key}
                data-testid="bookmark-rename"
                onClick={() => setNaming(naming === key ? null : key)}
              />
              <IconButton
                icon="trash"
                label={w.takeOff(number)}
                data-testid="bookmark-take-off"
                onClick={() => set(each, null)}
              />
            </div>
            {naming === key && (
              <NameForm
                name={each.name}
                onName={(name) => {
                  set(each, name);
                  setNaming(null);
                }}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function NameForm({ name, onName }: { name: string; onName: (name: string) => void }) {
  const w = words.value;
  const [typed, setTyped] = useState(name);
  return (
    <form
      class="row bookmark-name"
      onSubmit={(event) => {
        event.preventDefault();
        onName(typed);
      }}
    >
      <label class="grow">
        <span class="unseen">{w.notes.bookmarkName}</span>
        <input
          class="input"
          // biome-ignore lint/a11y/noAutofocus: the field was asked for by the press that opens it.
          autoFocus
          maxLength={LONGEST_NAME}
          placeholder={w.notes.bookmarkName}
          value={typed}
          data-testid="bookmark-name"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" data-testid="bookmark-save">
        <Icon name="check" /> {w.common.save}
      </button>
    </form>
  );
}
