import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { PageRef, PageSize } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import {
  atTop,
  bounded,
  moved,
  nearest,
  onPage,
  type Placement,
  placeOn,
  type Stage,
  tapped,
  type View,
  WHOLE_PAGE,
  zoomed,
} from "./view.ts";

/** Where the page lies on the stage, as of the last paint. */
export interface SheetPlacement extends Placement {
  readonly page: PageRef;
  /** In PDF points. */
  readonly size: PageSize;
}

/** A place on the stage in CSS pixels. */
export interface At {
  readonly x: number;
  readonly y: number;
}

/** The reader's own look at the page shown: how near it is, and where it was moved. */
export class Looking {
  readonly #size: () => PageSize | null;
  readonly #changed: () => void;
  readonly #zoom = signal(1);
  readonly #isNearest = signal(false);
  readonly #placement = signal<SheetPlacement | null>(null);
  #stage: Stage = { width: 0, height: 0, ratio: 1 };
  #view: View = WHOLE_PAGE;
  #page: PageRef | null = null;

  /** How many times as wide as the whole page is on the stage. */
  readonly zoom: ReadonlySignal<number> = this.#zoom;
  readonly isNearest: ReadonlySignal<boolean> = this.#isNearest;
  readonly placement: ReadonlySignal<SheetPlacement | null> = this.#placement;

  /** `size` is the page's that is shown now, in points; `changed` hears that it lies elsewhere. */
  constructor(size: () => PageSize | null, changed: () => void) {
    this.#size = size;
    this.#changed = changed;
  }

  get stage(): Stage {
    return this.#stage;
  }

  get isZoomed(): boolean {
    return this.#view.zoom > 1;
  }

  measure(stage: Stage): void {
    const was = this.#stage;
    const isSame =
      was.width === stage.width && was.height === stage.height && was.ratio === stage.ratio;
    if (!isSame) this.#stage = stage;
  }

  /** Where the page lies now; another page begins at its top. Called with every paint. */
  place(page: PageRef, size: PageSize): SheetPlacement {
    const isTurned = this.#page === null || pageKey(this.#page) !== pageKey(page);
    this.#page = page;
    this.#settle(size, (isTurned ? atTop : bounded)(this.#stage, size, this.#view));
    const now = { page, size, ...placeOn(this.#stage, size, this.#view) };
    const was = this.#placement.value;
    const isMoved =
      isTurned ||
      was === null ||
      was.scale !== now.scale ||
      was.left !== now.left ||
      was.top !== now.top;
    if (isMoved) this.#placement.value = now;
    return now;
  }

  /** There is no page. */
  leave(): void {
    this.#page = null;
    this.#placement.value = null;
  }

  /** What lies under a place on the stage, in the units of ink; null when there is no page. */
  on(at: At): At | null {
    const size = this.#size();
    return size === null ? null : onPage(placeOn(this.#stage, size, this.#view), at);
  }

  /** The whole page again. */
  whole(): void {
    this.#look(() => WHOLE_PAGE);
  }

  /** Nearer or farther about a place, the middle of the stage unless told. */
  by(factor: number, at: At = this.#middle()): void {
    this.#look((stage, size, view) => zoomed(stage, size, view, factor, at));
  }

  /** Two fingers: nearer or farther about their middle, and moved along with it. */
  pinch(factor: number, at: At, dx: number, dy: number): void {
    this.#look((stage, size, view) =>
      moved(stage, size, zoomed(stage, size, view, factor, at), dx, dy),
    );
  }

  /** Moved by CSS pixels. */
  move(dx: number, dy: number): void {
    this.#look((stage, size, view) => moved(stage, size, view, dx, dy));
  }

  /** To the place that was tapped twice, and back. */
  toggle(at: At): void {
    this.#look((stage, size, view) =>
      view.zoom > 1 ? WHOLE_PAGE : zoomed(stage, size, view, tapped(stage, size), at),
    );
  }

  #middle(): At {
    return { x: this.#stage.width / 2, y: this.#stage.height / 2 };
  }

  #look(change: (stage: Stage, size: PageSize, view: View) => View): void {
    const size = this.#size();
    if (size === null) return;
    this.#settle(size, change(this.#stage, size, this.#view));
    this.#changed();
  }

  #settle(size: PageSize, view: View): void {
    this.#view = view;
    this.#zoom.value = view.zoom;
    // A hair below the limit is at the limit: factors do not multiply to whole numbers.
    this.#isNearest.value = view.zoom > nearest(this.#stage, size) * 0.999;
  }
}
