import type { SheetMark } from "../meeting/room.ts";
import type { StreamName } from "../protocol/messages.ts";

/** The marks of a page by where they are painted. */
export interface SortedMarks {
  readonly pens: readonly SheetMark[];
  readonly highlights: readonly SheetMark[];
  /** On their way, or never to arrive. */
  readonly unsent: readonly SheetMark[];
}

const NO_LAYERS: ReadonlySet<StreamName> = new Set();

/** Sorts a page's marks, and knows that the same marks are sorted already. */
export class MarkSorter {
  #marks: readonly SheetMark[] | null = null;
  #erasing: ReadonlySet<string> | null = null;
  #hidden = NO_LAYERS;
  #sorted: SortedMarks = { pens: [], highlights: [], unsent: [] };
  #ids: ReadonlySet<string> | null = null;

  /**
   * No set is altered afterwards: another one is handed in when something changed. Marks of a
   * hidden layer are nowhere, save those that have not arrived: those are never out of sight.
   */
  sort(
    marks: readonly SheetMark[],
    erasing: ReadonlySet<string>,
    hidden: ReadonlySet<StreamName> = NO_LAYERS,
  ): SortedMarks {
    if (marks === this.#marks && erasing === this.#erasing && hidden === this.#hidden) {
      return this.#sorted;
    }
    const sorted = {
      pens: [] as SheetMark[],
      highlights: [] as SheetMark[],
      unsent: [] as SheetMark[],
    };
    for (const mark of marks) {
      if (mark.unsent) sorted.unsent.push(mark);
      else if (hidden.has(mark.stream) || erasing.has(mark.stroke.stroke_id)) continue;
      else if (mark.stroke.tool === "highlighter") sorted.highlights.push(mark);
      else sorted.pens.push(mark);
    }
    if (marks !== this.#marks) this.#ids = null;
    this.#marks = marks;
    this.#erasing = erasing;
    this.#hidden = hidden;
    this.#sorted = sorted;
    return sorted;
  }

  /** Whether a stroke is among the marks sorted last. */
  has(strokeId: string): boolean {
    this.#ids ??= new Set(this.#marks?.map((mark) => mark.stroke.stroke_id));
    return this.#ids.has(strokeId);
  }
}
