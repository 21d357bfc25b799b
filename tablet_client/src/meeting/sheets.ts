import { type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import type { Entry, Ink, Mark, PageRef, StreamName } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { moved } from "./inked.ts";
import type { KeptSheet } from "./keeping.ts";
import type { SheetMark } from "./room.ts";

/** Pages held at most: a long packet written on from end to end, for a day without the service. */
const MOST_PAGES = 400;

/** Numbers held at most, three a point: 12 MB at 8 bytes, little beside one page's picture. */
const MOST_NUMBERS = 1_500_000;

/** The ink of one page, as far as it has come. */
interface Held {
  readonly page: PageRef;
  readonly marks: Signal<readonly SheetMark[]>;
  readonly whole: Signal<boolean>;
  /** The strokes in `marks`, to know one that comes twice. */
  readonly ids: Set<string>;
  /** The service has told all marks up to this entry; those after it may lack some. */
  told: number;
  numbers: number;
}

/**
 * The ink of one log that this tablet holds, page by page.
 *
 * What the service answers and what the log goes on to say are folded together: a stroke is
 * held once, in the order of the log, also where both bring it. Pages not looked at for the
 * longest time are forgotten when there are too many; they can be asked for again.
 */
export class Sheets {
  readonly #stream: StreamName;
  /** By page; the one looked at last is last. */
  readonly #held = new Map<string, Held>();
  readonly #changes = signal(0);
  /** Pages whose kept copy, if there is one, is not what is held. */
  readonly #stale = new Set<string>();

  constructor(stream: StreamName) {
    this.#stream = stream;
  }

  /** Changes when a page comes to be held, is told to its end, or is forgotten. */
  get changes(): ReadonlySignal<number> {
    return this.#changes;
  }

  /** The marks of a page in the order of the log; undefined when it is not held. */
  marks(key: string): readonly SheetMark[] | undefined {
    void this.#changes.value;
    return this.#held.get(key)?.marks.value;
  }

  has(key: string, strokeId: string): boolean {
    return this.#held.get(key)?.ids.has(strokeId) === true;
  }

  isWhole(key: string): boolean {
    void this.#changes.value;
    return this.#held.get(key)?.whole.value === true;
  }

  /** After which entry to ask on for a page that is not whole; 0 for one that is not held. */
  told(key: string): number {
    return this.#held.get(key)?.told ?? 0;
  }

  /** Whether there is no room to look ahead. */
  get isFull(): boolean {
    return this.#numbers > MOST_NUMBERS;
  }

  /** Whether there is room for pages that nobody looks at. */
  get hasSpare(): boolean {
    return !this.isFull && this.#held.size < MOST_PAGES / 2;
  }

  /** Begins to hold a page: what the log says of it from now on is folded in. */
  hold(page: PageRef): void {
    this.#begin(page);
  }

  /** Holds a page that is known to have no ink: nothing needs to be asked. */
  holdBlank(page: PageRef): void {
    this.#finish(this.#begin(page));
  }

  /** Takes an answer in. */
  take(ink: Ink): void {
    const held = this.#begin(ink.page);
    // A mark that went along from another version is told with the page it was drawn on.
    const here = ink.marks.map((mark) => onPage(mark, ink.page));
    const fresh = here.filter((mark) => !held.ids.has(mark.stroke.stroke_id));
    for (const mark of fresh) this.#count(held, mark);
    const marks = [...held.marks.value, ...fresh.map((mark) => this.#sheetMark(mark))];
    held.marks.value = marks.sort((one, other) => one.seq - other.seq);
    const last = ink.marks.at(-1);
    held.told = Math.max(held.told, last?.seq ?? 0);
    this.#stale.add(pageKey(ink.page));
    // More to come without a mark to go on from would be asked for for ever.
    if (!ink.more || last === undefined) this.#finish(held);
  }

  /** Folds the next entry of the log into the pages held. */
  fold(entry: Entry): void {
    for (const event of entry.events) {
      if (event.type === "StrokeAdded") {
        const { stroke } = event;
        const held = this.#held.get(pageKey(stroke.page));
        if (held === undefined || held.ids.has(stroke.stroke_id)) continue;
        const mark = { stroke, by: entry.by, seq: entry.seq };
        this.#count(held, mark);
        this.#stale.add(pageKey(stroke.page));
        held.marks.value = [...held.marks.value, this.#sheetMark(mark)];
      }
      if (event.type === "DocumentReplaced") {
        const { document, pages } = event;
        this.#move(moved(document.document_id, document.version - 1, pages));
      }
      if (event.type === "InkCarried") {
        this.#move(moved(event.document_id, event.version, event.pages));
      }
      if (event.type === "StrokesErased") {
        this.#stale.add(pageKey(event.page));
        this.#erase(this.#held.get(pageKey(event.page)), new Set(event.stroke_ids));
      }
    }
  }

  /** The page is looked at. */
  touch(key: string): void {
    const held = this.#held.get(key);
    if (held === undefined) return;
    this.#held.delete(key);
    this.#held.set(key, held);
  }

  /** Forgets what is too much, the page looked at longest ago first; never one of `near`. */
  tidy(near: ReadonlySet<string>): void {
    for (const key of this.#held.keys()) {
      if (this.#held.size <= MOST_PAGES && !this.isFull) return;
      if (!near.has(key)) this.#forget(key);
    }
  }

  /** Forgets the pages of documents that have gone. */
  keepOnly(documents: ReadonlySet<string>): void {
    for (const [key, held] of this.#held) {
      if (!documents.has(held.page.document_id)) this.#forget(key);
    }
  }

  /** Takes up what was kept: all the ink of a page, as of where the log is taken up. */
  restore({ page, marks, told }: Pick<KeptSheet, "page" | "marks" | "told">): void {
    const held = this.#begin(page);
    for (const mark of marks) this.#count(held, mark);
    held.marks.value = marks.map((mark) => this.#sheetMark(mark));
    held.told = told;
    this.#finish(held);
    this.#stale.delete(pageKey(page));
  }

  /**
   * What changed since the last call: pages with all their ink, and those that are not held
   * whole any more, or must not be kept.
   */
  drain(mayKeep: (page: PageRef) => boolean): { sheets: readonly KeptSheet[]; gone: string[] } {
    const sheets: KeptSheet[] = [];
    const gone: string[] = [];
    for (const key of this.#stale) {
      const held = this.#held.get(key);
      const isWhole = held?.whole.peek() === true && held.marks.peek().length > 0;
      if (held === undefined || !isWhole || !mayKeep(held.page)) gone.push(key);
      else {
        const marks = held.marks.peek().map(({ stroke, by, seq }) => ({ stroke, by, seq }));
        sheets.push({ stream: this.#stream, page: held.page, marks, told: held.told });
      }
    }
    this.#stale.clear();
    return { sheets, gone };
  }

  /** Has every page looked at again by the next `drain`: what may be kept has changed. */
  doubt(): void {
    for (const key of this.#held.keys()) this.#stale.add(key);
  }

  /** Forgets everything: the log begins anew. */
  clear(): void {
    for (const key of this.#held.keys()) this.#stale.add(key);
    this.#held.clear();
    this.#changes.value += 1;
  }

  /** Pages that went along with a new version are asked for anew; both may be held. */
  #move(moves: readonly (readonly [string, string])[]): void {
    for (const key of moves.flat()) if (this.#held.has(key)) this.#forget(key);
  }

  get #numbers(): number {
    let sum = 0;
    for (const held of this.#held.values()) sum += held.numbers;
    return sum;
  }

  #begin(page: PageRef): Held {
    const key = pageKey(page);
    const known = this.#held.get(key);
    if (known !== undefined) return known;
    const marks = signal<readonly SheetMark[]>([]);
    const held = { page, marks, whole: signal(false), ids: new Set<string>(), told: 0, numbers: 0 };
    this.#held.set(key, held);
    this.#changes.value += 1;
    return held;
  }

  #finish(held: Held): void {
    if (held.whole.value) return;
    if (held.marks.peek().length > 0) this.#stale.add(pageKey(held.page));
    held.whole.value = true;
    this.#changes.value += 1;
  }

  #sheetMark(mark: Mark): SheetMark {
    return { ...mark, stream: this.#stream, unsent: false };
  }

  #count(held: Held, mark: Mark): void {
    held.ids.add(mark.stroke.stroke_id);
    held.numbers += mark.stroke.points.length;
  }

  #erase(held: Held | undefined, gone: ReadonlySet<string>): void {
    if (held === undefined) return;
    const left = held.marks.value.filter((mark) => {
      if (!gone.has(mark.stroke.stroke_id)) return true;
      held.ids.delete(mark.stroke.stroke_id);
      held.numbers -= mark.stroke.points.length;
      return false;
    });
    if (left.length < held.marks.value.length) held.marks.value = left;
  }

  #forget(key: string): void {
    this.#stale.add(key);
    this.#held.delete(key);
    this.#changes.value += 1;
  }
}

function onPage(mark: Mark, page: PageRef): Mark {
  return { ...mark, stroke: { ...mark.stroke, page } };
}
