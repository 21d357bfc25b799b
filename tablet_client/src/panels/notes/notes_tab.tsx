import type { ComponentChildren } from "preact";
import { useEffect, useId, useMemo, useState } from "preact/hooks";
import { findPage, type PacketPage } from "../../meeting/packet.ts";
import { placed } from "../../meeting/succession.ts";
import { bookmarksOf } from "../../notes/bookmarks.ts";
import { noteRows } from "../../notes/note_rows.ts";
import type { PageRef } from "../../protocol/messages.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { announce } from "../parts/announcer.tsx";
import { Icon } from "../parts/icon.tsx";
import type { View } from "../room/view.ts";
import { BookmarkList } from "./bookmark_list.tsx";
import { NoteList } from "./note_list.tsx";
import { PageRow } from "./page_row.tsx";

/** Long enough that a typist is not talked to between two keys. */
const QUIET_MS = 800;

interface NotesTabProps {
  visit: Visit;
  view: View;
  onGo?: () => void;
}

/** All that is one's own: what one wrote, where one put a bookmark, where one was. */
export function NotesTab({ visit, view, onGo }: NotesTabProps) {
  const w = words.value.notes;
  const { own } = visit.room;
  const [query, setQuery] = useState("");
  useEffect(() => own.want(), [own]);
  const pages = own.pages.value;
  const rows = useMemo(() => noteRows(pages, query), [pages, query]);
  const bookmarks = useMemo(() => bookmarksOf(pages), [pages]);
  const recent = recentPages(visit.recent.pages.value, view);
  const isSearch = query.trim() !== "";
  const reading = own.reading.value;
  useSaid(isSearch && !reading ? w.found(rows.length) : null);
  const given = { visit, view, onGo };
  return (
    <div class="notes-tab" data-testid="notes-tab">
      <label class="search notes-search">
        <span class="unseen">{w.find}</span>
        <Icon name="search" />
        <input
          class="input"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          spellcheck={false}
          maxLength={100}
          placeholder={w.find}
          value={query}
          data-testid="notes-find"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      {reading && (
        <p class="find-note quiet" data-testid="notes-reading">
          <span class="spinner" /> {w.reading}
        </p>
      )}
      {isSearch && <p class="notes-found">{w.found(rows.length)}</p>}
      {!isSearch && bookmarks.length > 0 && (
        <Part title={w.bookmarks}>
          <BookmarkList {...given} bookmarks={bookmarks} />
        </Part>
      )}
      {rows.length > 0 &&
        (isSearch ? (
          <NoteList {...given} rows={rows} />
        ) : (
          <Part title={w.written}>
            <NoteList {...given} rows={rows} />
          </Part>
        ))}
      {!isSearch && !reading && rows.length === 0 && bookmarks.length === 0 && (
        <div class="notes-empty" data-testid="notes-empty">
          <Icon name="pen" />
          <p>{w.nothing}</p>
          <p class="quiet small">{w.nothingHint}</p>
        </div>
      )}
      {!isSearch && recent.length > 0 && (
        <Part title={w.recent} hint={w.recentHint}>
          <ul class="note-list" data-testid="recent-list">
            {recent.map((entry) => (
              <li key={pageKey(entry.page)}>
                <PageRow {...given} entry={entry} testid="recent-row" />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

/** Where those pages are now; two versions of one page are one. */
function recentPages(pages: readonly PageRef[], { state, packet }: View): readonly PacketPage[] {
  const there = pages.flatMap((page) => findPage(packet, placed(state, page)) ?? []);
  return there.filter((entry, index) => there.indexOf(entry) === index);
}

interface PartProps {
  title: string;
  hint?: string;
  children: ComponentChildren;
}

function Part({ title, hint, children }: PartProps) {
  const id = useId();
  return (
    <section class="notes-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {hint !== undefined && <p class="quiet small">{hint}</p>}
      {children}
    </section>
  );
}

function useSaid(said: string | null): void {
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => announce(said), QUIET_MS);
    return () => clearTimeout(timer);
  }, [said]);
}
