import { pageHeight } from "../../ink/geometry.ts";
import type { SheetMark } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";

/** The notes and stamps of the page for who hears it, or goes by keyboard; seen while it has the focus. */
export function MarksList({ visit }: { visit: Visit }) {
  const w = words.value.pen;
  const { ink, room } = visit;
  const hidden = ink.layers.hidden.value;
  const marks = room.ink.value.filter(
    ({ stroke, stream }) =>
      (stroke.tool === "note" || stroke.tool === "stamp") && !hidden.has(stream),
  );
  if (marks.length === 0) return null;
  return (
    <section class="marks-list" aria-label={w.marks} data-testid="marks-list">
      <ul>
        {marks.map((mark) => (
          <MarkRow key={mark.stroke.stroke_id} mark={mark} visit={visit} />
        ))}
      </ul>
    </section>
  );
}

function MarkRow({ mark, visit }: { mark: SheetMark; visit: Visit }) {
  const w = words.value.pen;
  const { ink, room } = visit;
  const { stroke, by, stream } = mark;
  const isNote = stroke.tool === "note";
  const word = w.stamps[stroke.text as keyof typeof w.stamps] ?? stroke.text;
  const text = isNote ? stroke.text : word;
  const layer = w.layerNames[stream];
  const mine = stream === "notes" || by.seat_id === room.you.value?.seat_id;
  const size = room.state.value?.documents.find(
    (each) => each.document_id === stroke.page.document_id,
  )?.sizes[stroke.page.page - 1];
  return (
    <li>
      <p>{isNote ? w.noteBy(by.name, layer, text) : w.stampBy(by.name, layer, word)}</p>
      {mine && isNote && size !== undefined && (
        <button
          type="button"
          class="button"
          aria-label={w.editMark(text)}
          data-testid="mark-edit"
          onClick={() => ink.words.change(mark, pageHeight(size))}
        >
          {w.chosenEdit}
        </button>
      )}
      {mine && (
        <button
          type="button"
          class="button"
          aria-label={w.eraseMark(text)}
          data-testid="mark-erase"
          onClick={() => ink.erase(stroke.page, stream, [mark])}
        >
          {w.chosenErase}
        </button>
      )}
    </li>
  );
}
