import type { Room, SheetMark } from "../meeting/room.ts";
import type { PageRef } from "../protocol/messages.ts";
import { samePage } from "../protocol/page_key.ts";
import { WIDTHS } from "./outline.ts";

/** Letters of one note: the wire's bound of a stroke's words. */
export const MOST_LETTERS = 2_000;

/** A rest this long while typing, in ms, and what was typed is saved. */
const REST_MS = 800;

/** What the keeper of a presenter's notes is made with. */
export interface SpeechParts {
  readonly room: Pick<Room, "ink" | "shown" | "ask">;
  readonly makeId: () => string;
  /** Runs `act` after a while; the returned function calls it off. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
}

interface Typed {
  readonly page: PageRef;
  readonly text: string;
  /** The notes of that page when it was typed: they are replaced. */
  readonly before: readonly SheetMark[];
}

/** What the writer means to say on the page shown: the newest note; null without one. */
export function speechIn(ink: readonly SheetMark[]): SheetMark | null {
  return speeches(ink).at(-1) ?? null;
}

/** Saves a presenter's notes while they are typed: one a page, and private. */
export class SpeechKeeper {
  readonly #parts: SpeechParts;
  #typed: Typed | null = null;
  #callOff: () => void = () => undefined;

  constructor(parts: SpeechParts) {
    this.#parts = parts;
  }

  /** What stands in the field now; saved once the hand rests. */
  type(page: PageRef, text: string): void {
    if (this.#typed !== null && !samePage(this.#typed.page, page)) this.save();
    this.#typed = { page, text, before: this.#standing(page) ?? this.#typed?.before ?? [] };
    this.#callOff();
    this.#callOff = this.#parts.later(REST_MS, () => this.save());
  }

  /** Saves what was typed, if anything: before the page is left, say. */
  save(): void {
    const typed = this.#typed;
    this.#typed = null;
    this.#callOff();
    if (typed === null) return;
    const { page, text } = typed;
    const before = this.#standing(page) ?? typed.before;
    const isEmpty = text.trim() === "";
    if (before.length === 1 && before[0]?.stroke.text === text) return;
    // The new one first: whatever happens between the two, nothing is lost.
    if (!isEmpty)
      void this.#parts.room.ask({
        type: "AddStroke",
        stream: "notes",
        stroke: this.#note(page, text),
      });
    const stroke_ids = before.map((mark) => mark.stroke.stroke_id);
    if (stroke_ids.length === 0) return;
    void this.#parts.room.ask({ type: "EraseStrokes", stream: "notes", page, stroke_ids });
  }

  /** The page's notes as they stand; null while another page is shown. */
  #standing(page: PageRef): readonly SheetMark[] | null {
    const { ink, shown } = this.#parts.room;
    return samePage(shown.peek(), page) ? speeches(ink.peek()) : null;
  }

  #note(page: PageRef, text: string) {
    return {
      stroke_id: this.#parts.makeId(),
      page,
      tool: "speech" as const,
      colour: "black" as const,
      width: WIDTHS.speech,
      points: [0, 0, 128],
      text: text.slice(0, MOST_LETTERS),
    };
  }
}

function speeches(ink: readonly SheetMark[]): readonly SheetMark[] {
  return ink.filter(({ stream, stroke }) => stream === "notes" && stroke.tool === "speech");
}
