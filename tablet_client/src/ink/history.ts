import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { Wish } from "../meeting/room.ts";
import type { PageRef, StreamName, Stroke } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";

/** A stroke and the log it stands in. */
export interface Placed {
  readonly stream: StreamName;
  readonly stroke: Stroke;
}

/** What a hand did to the ink of one page, whole strokes in either direction. */
export interface Deed {
  readonly page: PageRef;
  readonly added: readonly Placed[];
  readonly erased: readonly Placed[];
}

/** What was done on a page and can be taken back, and what was taken back. */
export interface Past {
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
}

/** What was done, page by page, by the page's key. */
export type Pasts = Readonly<Record<string, Past>>;

const NOTHING: Past = { done: [], undone: [] };

/** Deeds remembered a page: more than a hand takes back. */
const MOST = 100;

/** Strokes erased by one command: the wire's bound. */
const MOST_ERASED = 500;

/**
 * What this hand drew, moved and erased, page by page, to be taken back and done again.
 *
 * A stroke that comes back is a new one with a new id (a log forgets nothing), so deeds
 * name strokes by the id they had first, and `#now` knows the present one.
 */
export class History {
  readonly #past = signal<Pasts>({});
  readonly #now = new Map<string, string>();
  /** The id a stroke had first, by its present one. */
  readonly #first = new Map<string, string>();
  readonly #makeId: () => string;

  constructor(makeId: () => string) {
    this.#makeId = makeId;
  }

  readonly all: ReadonlySignal<Pasts> = this.#past;

  canUndo(page: PageRef): boolean {
    return this.#of(page).done.length > 0;
  }

  canRedo(page: PageRef): boolean {
    return this.#of(page).undone.length > 0;
  }

  /** Remembers a deed; what was undone before cannot be redone now. */
  did({ page, added, erased }: Deed): void {
    if (added.length + erased.length === 0) return;
    const deed = { page, added, erased: erased.map((each) => this.#asFirstNamed(each)) };
    const done = [...this.#of(page).done, deed].slice(-MOST);
    this.#keep(page, { done, undone: [] });
  }

  /** The wishes that take the page's last deed back. */
  undo(page: PageRef): readonly Wish[] {
    const { done, undone } = this.#of(page);
    const deed = done.at(-1);
    if (deed === undefined) return [];
    this.#keep(page, { done: done.slice(0, -1), undone: [...undone, deed] });
    return this.#wishes(page, deed.erased, deed.added);
  }

  /** The wishes that do again what was undone last. */
  redo(page: PageRef): readonly Wish[] {
    const { done, undone } = this.#of(page);
    const deed = undone.at(-1);
    if (deed === undefined) return [];
    this.#keep(page, { done: [...done, deed], undone: undone.slice(0, -1) });
    return this.#wishes(page, deed.added, deed.erased);
  }

  /** Takes up what was remembered before a reload, older than anything done since. */
  restore(kept: Pasts): void {
    const now = this.#past.value;
    const merged = Object.entries(kept).map(([key, past]): [string, Past] => {
      const since = now[key];
      if (since === undefined) return [key, past];
      return [key, { done: [...past.done, ...since.done].slice(-MOST), undone: since.undone }];
    });
    this.#past.value = { ...now, ...Object.fromEntries(merged) };
  }

  /** What was done on pages that are others by now, in a new version, is taken back there. */
  carry(where: (page: PageRef) => PageRef): void {
    const moved: Record<string, Past> = {};
    let changes = false;
    for (const [key, past] of Object.entries(this.#past.value)) {
      const page = (past.done[0] ?? past.undone[0])?.page;
      const now = page === undefined ? null : where(page);
      const goal = now === null ? key : pageKey(now);
      changes ||= goal !== key;
      const deeds = (all: readonly Deed[]) =>
        now === null || goal === key ? all : all.map((deed) => ({ ...deed, page: now }));
      const { done, undone } = moved[goal] ?? NOTHING;
      moved[goal] = {
        done: [...done, ...deeds(past.done)].slice(-MOST),
        undone: [...undone, ...deeds(past.undone)],
      };
    }
    if (changes) this.#past.value = moved;
  }

  /** A deed's strokes by the ids they have now, so that it can be kept and restored. */
  asNow({ page, added, erased }: Deed): Deed {
    const named = ({ stream, stroke }: Placed): Placed => {
      const stroke_id = this.#now.get(stroke.stroke_id) ?? stroke.stroke_id;
      return { stream, stroke: { ...stroke, stroke_id } };
    };
    return { page, added: added.map(named), erased: erased.map(named) };
  }

  #wishes(page: PageRef, back: readonly Placed[], gone: readonly Placed[]): readonly Wish[] {
    const wishes: Wish[] = back.map(({ stream, stroke }) => {
      const stroke_id = this.#makeId();
      this.#first.delete(this.#now.get(stroke.stroke_id) ?? "");
      this.#now.set(stroke.stroke_id, stroke_id);
      this.#first.set(stroke_id, stroke.stroke_id);
      return { type: "AddStroke", stream, stroke: { ...stroke, stroke_id } };
    });
    return [...wishes, ...erasures(page, gone, (id) => this.#now.get(id) ?? id)];
  }

  #asFirstNamed({ stream, stroke }: Placed): Placed {
    const first = this.#first.get(stroke.stroke_id);
    return first === undefined
      ? { stream, stroke }
      : { stream, stroke: { ...stroke, stroke_id: first } };
  }

  #of(page: PageRef): Past {
    return this.#past.value[pageKey(page)] ?? NOTHING;
  }

  #keep(page: PageRef, past: Past): void {
    this.#past.value = { ...this.#past.value, [pageKey(page)]: past };
  }
}

/** The wishes that erase strokes of one page, as many of one log at a time as the wire takes. */
export function erasures(
  page: PageRef,
  gone: readonly Placed[],
  idNow: (id: string) => string = (id) => id,
): readonly Wish[] {
  const wishes: Wish[] = [];
  for (const stream of new Set(gone.map((each) => each.stream))) {
    const ids = gone.filter((each) => each.stream === stream);
    for (let at = 0; at < ids.length; at += MOST_ERASED) {
      const stroke_ids = ids
        .slice(at, at + MOST_ERASED)
        .map(({ stroke }) => idNow(stroke.stroke_id));
      wishes.push({ type: "EraseStrokes", stream, page, stroke_ids });
    }
  }
  return wishes;
}
