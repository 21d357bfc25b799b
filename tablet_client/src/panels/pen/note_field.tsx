import { useLayoutEffect, useRef } from "preact/hooks";
import { INKS, type InkDesk } from "../../ink/desk.ts";
import { PAGE_WIDTH } from "../../ink/geometry.ts";
import { LETTERS } from "../../ink/note_layout.ts";
import type { Letters, Wording } from "../../ink/wording.ts";
import { words } from "../../words/words.ts";
import type { MountedSheet } from "../sheet_door.ts";

/** iPadOS zooms a page into a field whose letters are smaller, in CSS pixels. */
const LEAST_LETTER = 16;

/** The narrowest field one can write in, and the air it keeps to the stage, in CSS pixels. */
const LEAST_WIDE = 260;
const AIR = 8;

const SIZES = Object.keys(LETTERS) as readonly Letters[];

/** A note being written, in its place on the page: the browser's own field, so that every keyboard works. */
export function NoteField({ ink, sheet }: { ink: InkDesk; sheet: MountedSheet }) {
  const w = words.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const now = ink.words.writing.value;
  const placement = sheet.placement.value;
  const text = now?.text ?? "";
  useLayoutEffect(() => {
    const area = field.current;
    if (area === null) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
  }, []);
  useLayoutEffect(() => {
    const area = field.current;
    if (area === null) return;
    area.style.height = "0";
    area.style.height = `${area.scrollHeight}px`;
  }, [text, now?.letters, placement?.scale]);
  if (now === null || placement === null) return null;
  const change = (changed: Partial<Wording>) => {
    ink.words.writing.value = { ...now, ...changed };
  };
  const { scale, left, top } = placement;
  const letter = Math.max(LEAST_LETTER, LETTERS[now.letters] * scale);
  const wide = Math.max(LEAST_WIDE, (PAGE_WIDTH - now.x) * scale);
  return (
    <form
      class="note-field"
      aria-label={w.pen.tools.note}
      data-testid="note-field"
      style={{
        left: `clamp(${AIR}px, ${left + now.x * scale}px, calc(100% - ${LEAST_WIDE + AIR}px))`,
        top: `clamp(${AIR}px, ${top + now.y * scale}px, calc(100% - 13rem))`,
        maxWidth: `min(${wide}px, calc(100% - ${2 * AIR}px))`,
      }}
      onSubmit={(event) => {
        event.preventDefault();
        ink.words.finish();
      }}
      onKeyDown={(event) => {
        // While a syllable is being composed the keys belong to it.
        if (event.isComposing) return;
        const isDone = event.key === "Escape" || (event.key === "Enter" && event.ctrlKey);
        if (!isDone) return;
        event.preventDefault();
        event.stopPropagation();
        ink.words.finish();
      }}
    >
      <textarea
        ref={field}
        class={now.colour}
        aria-label={w.pen.noteField}
        placeholder={w.pen.noteHint}
        data-testid="note-text"
        maxLength={2_000}
        rows={1}
        style={{ fontSize: `${letter}px` }}
        value={text}
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      <div class="note-bar">
        {(INKS.note ?? []).map((colour) => (
          <button
            key={colour}
            type="button"
            class={`ink ${colour}`}
            aria-label={w.tools.colours[colour]}
            aria-pressed={now.colour === colour}
            onClick={() => change({ colour })}
          />
        ))}
        <fieldset class="note-sizes" aria-label={w.pen.letters}>
          {SIZES.map((letters) => (
            <button
              key={letters}
              type="button"
              class={`note-size ${letters}`}
              aria-label={w.pen.letterSizes[letters]}
              aria-pressed={now.letters === letters}
              onClick={() => change({ letters })}
            >
              가
            </button>
          ))}
        </fieldset>
        <span class="note-ends">
          <button type="button" class="button" data-testid="note-leave" onClick={ink.words.leave}>
            {w.pen.noteLeave}
          </button>
          <button type="submit" class="button primary" data-testid="note-done">
            {w.pen.noteDone}
          </button>
        </span>
      </div>
    </form>
  );
}
