import { type Signal, signal } from "@preact/signals-core";
import type { SheetMark } from "../meeting/room.ts";
import type { Colour, PageRef, StreamName, Stroke } from "../protocol/messages.ts";
import type { Placed } from "./history.ts";
import { LETTERS, onThePage } from "./note_layout.ts";
import { WIDTHS } from "./outline.ts";

/** How large the letters of a note are. */
export type Letters = keyof typeof LETTERS;

/** What a stamp says. */
export type StampWord = "agree" | "seen" | "object";

/** Colours that tell the stamps apart beside their words and shapes. */
const STAMP_COLOURS: Readonly<Record<StampWord, Colour>> = {
  agree: "blue",
  seen: "black",
  object: "red",
};

/** A note that is being written, or written anew. */
export interface Wording {
  readonly page: PageRef;
  /** In points; the page's shape is needed to keep the note on it. */
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: Colour;
  readonly letters: Letters;
  /** The note as it stood; null for a new one. */
  readonly before: SheetMark | null;
}

/** The words and stamps of a seat. */
export interface Words {
  readonly letters: Signal<Letters>;
  readonly stamp: Signal<StampWord>;
  /** The note in hand; null when none is written. */
  readonly writing: Signal<Wording | null>;
  /** A note is begun at a place of a page; `height` is the page's in the units of ink. */
  begin(page: PageRef, at: { x: number; y: number }, height: number): void;
  /** A note that stands is written anew. */
  change(mark: SheetMark, height: number): void;
  /** The note in hand is done: it stands, or goes when nothing is left of it. */
  finish(): void;
  /** The note in hand is left as it was. */
  leave(): void;
  /** A stamp is put down. */
  put(page: PageRef, at: { x: number; y: number }): void;
}

export interface WordsParts {
  readonly makeId: () => string;
  readonly colour: Signal<Colour>;
  readonly layer: () => StreamName;
  readonly change: (page: PageRef, gone: readonly Placed[], come: readonly Placed[]) => void;
}

export function openWords({ makeId, colour, layer, change }: WordsParts): Words {
  const letters = signal<Letters>("medium");
  const writing = signal<Wording | null>(null);
  const stamp = signal<StampWord>("agree");
  const words: Words = {
    letters,
    stamp,
    writing,
    begin(page, { x, y }, height) {
      words.finish();
      const dark = colour.value === "yellow" || colour.value === "green" ? "blue" : colour.value;
      const begun = { page, height, x, y, text: "", colour: dark, before: null };
      writing.value = { ...begun, letters: letters.value };
    },
    change(mark, height) {
      words.finish();
      const { page, points, text, colour, width } = mark.stroke;
      const [x, y] = [points[0] ?? 0, points[1] ?? 0];
      const before = { page, height, x, y, text, colour, before: mark };
      writing.value = { ...before, letters: lettersOf(width) };
    },
    finish() {
      const now = writing.value;
      writing.value = null;
      if (now === null || !isNews(now)) return;
      const { before, page } = now;
      const stream = before?.stream ?? layer();
      const come = now.text.trim() === "" ? [] : [{ stream, stroke: noteOf(now, makeId()) }];
      if (before !== null || come.length > 0) change(page, before === null ? [] : [before], come);
      letters.value = now.letters;
    },
    leave() {
      writing.value = null;
    },
    put(page, { x, y }) {
      const text = stamp.value;
      const stroke: Stroke = {
        stroke_id: makeId(),
        page,
        tool: "stamp",
        colour: STAMP_COLOURS[text],
        width: WIDTHS.stamp,
        points: [Math.round(x), Math.round(y), 128],
        text,
      };
      change(page, [], [{ stream: layer(), stroke }]);
    },
  };
  return words;
}

function noteOf({ page, height, x, y, text, colour, letters }: Wording, id: string): Stroke {
  const width = LETTERS[letters];
  const whole = text.normalize("NFC").trimEnd();
  const at = onThePage({ x, y }, whole, width, height);
  const points = [at.x, at.y, 128];
  return { stroke_id: id, page, tool: "note", colour, width, points, text: whole };
}

function isNews({ before, text, colour, letters }: Wording): boolean {
  if (before === null) return true;
  const { stroke } = before;
  return stroke.text !== text || stroke.colour !== colour || stroke.width !== LETTERS[letters];
}

function lettersOf(width: number): Letters {
  if (width <= LETTERS.small) return "small";
  return width >= LETTERS.large ? "large" : "medium";
}
