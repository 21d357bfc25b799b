import { Fragment } from "preact";
import type { StampWord } from "../../ink/wording.ts";
import type { NoteRow, NoteWords } from "../../notes/note_rows.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import type { View } from "../room/view.ts";
import { PageRow } from "./page_row.tsx";

/** As much of a page's notes as a list has room for: the rest is on the page. */
const WORDS_SHOWN = 3;

const STAMPS: readonly StampWord[] = ["agree", "seen", "object"];

/** Letters of one note before what was found in it. */
const BEFORE = 24;

interface NoteListProps {
  visit: Visit;
  view: View;
  rows: readonly NoteRow[];
  onGo?: (() => void) | undefined;
}

/** The pages one has written on, with the words of one's notes. */
export function NoteList({ visit, view, rows, onGo }: NoteListProps) {
  return (
    <ul class="note-list" data-testid="note-list">
      {rows.map((row) => (
        <li key={pageKey(row.entry.page)}>
          <PageRow visit={visit} view={view} entry={row.entry} testid="note-row" onGo={onGo}>
            {row.words.slice(0, WORDS_SHOWN).map((each) => (
              <Excerpt key={each.id} note={each} />
            ))}
            <What row={row} />
          </PageRow>
        </li>
      ))}
    </ul>
  );
}

function Excerpt({ note: { text, place } }: { note: NoteWords }) {
  if (place === null) return <span class="note-words">{text}</span>;
  const start = Math.max(0, place.start - BEFORE);
  return (
    <span class="note-words">
      {start > 0 && "…"}
      {text.slice(start, place.start)}
      <mark>{text.slice(place.start, place.end)}</mark>
      {text.slice(place.end)}
    </span>
  );
}

/** What else there is: handwriting, stamps, and for whose eyes. */
function What({ row }: { row: NoteRow }) {
  const w = words.value;
  const stamps = STAMPS.filter((word) => row.stamps.includes(word));
  const parts = [
    row.lines > 0 && w.notes.lines,
    ...stamps.map((word) => w.pen.stamps[word]),
    row.words.some((each) => each.isSpeech) && w.notes.speech,
    !row.whole && w.notes.coming,
  ].filter((part) => part !== false);
  return (
    <span class="note-what">
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && " · "}
          {part}
        </Fragment>
      ))}
      {row.streams.map((stream) => (
        <span key={stream} class="note-layer" data-layer={stream}>
          <Icon name={stream === "notes" ? "lock" : stream === "meeting" ? "people" : "upload"} />
          {w.pen.layers[stream]}
        </span>
      ))}
    </span>
  );
}
