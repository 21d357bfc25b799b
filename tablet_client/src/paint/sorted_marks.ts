import type { SheetMark } from "../meeting/room.ts";

/** The marks of a page by where they are painted. */
export interface SortedMarks {
  readonly pens: readonly SheetMark[];
  readonly highlights: readonly SheetMark[];
  /** On their way, or never to arrive. */
  readonly unsent: readonly SheetMark[];
}

/** Sorts a page's marks, and knows that the same marks are sorted already. */
export class MarkSorter {
  #marks: readonly SheetMark[] | null = null;
  #erasing: ReadonlySet<string> | null = null;
  #sorted: SortedMarks = { pens: [], highlights: [], unsent: [] };
  #ids: ReadonlySet<string> | null = null;

  /** Neither set is altered afterwards: another one is handed in when something changed. */
  sort(marks: readonly SheetMark[], erasing: ReadonlySet<string>): SortedMarks {
    if (marks === this.#marks && erasing === this.#erasing) return this.#sorted;
    const sorted = {
      pens: [] as SheetMark[],
      highlights: [] as SheetMark[],
      unsent: [] as SheetMark[],
    };
    for (const mark of marks) {
      if (mark.unsent) sorted.unsent.push(mark);
      else if (erasing.has(mark.stroke.stroke_id)) continue;
      else if (mark.stroke.tool === "highlighter") sorted.highlights.push(mark);
      else sorted.pens.push(mark);
    }
    if (marks !== this.#marks) this.#ids = null;
    this.#marks = marks;
    this.#erasing = erasing;
    this.#sorted = sorted;
    return sorted;
  }

  /** Whether a stroke is among the marks sorted last. */
  has(strokeId: string): boolean {
    this.#ids ??= new Set(this.#marks?.map((mark) => mark.stroke.stroke_id));
    return this.#ids.has(strokeId);
  }
}
