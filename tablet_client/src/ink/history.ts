import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { Wish } from "../meeting/room.ts";
import type { PageRef, StreamName, Stroke } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";

/** What a hand did to the ink of one page, whole strokes in either direction. */
interface Deed {
  readonly stream: StreamName;
  readonly page: PageRef;
  readonly added: readonly Stroke[];
  readonly erased: readonly Stroke[];
}

interface Past {
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
}

const NOTHING: Past = { done: [], undone: [] };

/** Deeds remembered a page: more than a hand takes back. */
const MOST = 100;

/**
 * What this hand drew and erased, page by page, to be taken back and done again.
 *
 * A stroke that comes back is a new one with a new id (a log forgets nothing), so deeds
 * name strokes by the id they had first, and `#now` knows the present one.
 */
export class History {
  readonly #past = signal<Readonly<Record<string, Past>>>({});
  readonly #now = new Map<string, string>();
  readonly #makeId: () => string;

  constructor(makeId: () => string) {
    this.#makeId = makeId;
  }

  readonly all: ReadonlySignal<Readonly<Record<string, Past>>> = this.#past;

  canUndo(page: PageRef): boolean {
    return this.#of(page).done.length > 0;
  }

  canRedo(page: PageRef): boolean {
    return this.#of(page).undone.length > 0;
  }

  /** Remembers that the hand drew a stroke; what was undone before cannot be redone now. */
  drew(stream: StreamName, stroke: Stroke): void {
    this.#remember({ stream, page: stroke.page, added: [stroke], erased: [] });
  }

  /** Remembers that the hand erased these strokes of one page. */
  erased(stream: StreamName, page: PageRef, strokes: readonly Stroke[]): void {
    if (strokes.length > 0) this.#remember({ stream, page, added: [], erased: strokes });
  }

  /** The wishes that take the page's last deed back. */
  undo(page: PageRef): readonly Wish[] {
    const { done, undone } = this.#of(page);
    const deed = done.at(-1);
    if (deed === undefined) return [];
    this.#keep(page, { done: done.slice(0, -1), undone: [...undone, deed] });
    return this.#wishes(deed, deed.erased, deed.added);
  }

  /** The wishes that do again what was undone last. */
  redo(page: PageRef): readonly Wish[] {
    const { done, undone } = this.#of(page);
    const deed = undone.at(-1);
    if (deed === undefined) return [];
    this.#keep(page, { done: [...done, deed], undone: undone.slice(0, -1) });
    return this.#wishes(deed, deed.added, deed.erased);
  }

  #wishes(deed: Deed, back: readonly Stroke[], gone: readonly Stroke[]): readonly Wish[] {
    const { stream, page } = deed;
    const wishes: Wish[] = back.map((stroke) => {
      const stroke_id = this.#makeId();
      this.#now.set(stroke.stroke_id, stroke_id);
      return { type: "AddStroke", stream, stroke: { ...stroke, stroke_id } };
    });
    const stroke_ids = gone.map((each) => this.#now.get(each.stroke_id) ?? each.stroke_id);
    if (stroke_ids.length > 0) wishes.push({ type: "EraseStrokes", stream, page, stroke_ids });
    return wishes;
  }

  #remember(deed: Deed): void {
    const erased = deed.erased.map((stroke) => this.#asFirstNamed(stroke));
    const done = [...this.#of(deed.page).done, { ...deed, erased }].slice(-MOST);
    this.#keep(deed.page, { done, undone: [] });
  }

  #asFirstNamed(stroke: Stroke): Stroke {
    for (const [first, present] of this.#now) {
      if (present === stroke.stroke_id) return { ...stroke, stroke_id: first };
    }
    return stroke;
  }

  #of(page: PageRef): Past {
    return this.#past.value[pageKey(page)] ?? NOTHING;
  }

  #keep(page: PageRef, past: Past): void {
    this.#past.value = { ...this.#past.value, [pageKey(page)]: past };
  }
}
