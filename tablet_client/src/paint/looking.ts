import { type ReadonlySignal, signal } from "@preact/signals-core";
import { sameRegion } from "../meeting/regions.ts";
import type { PageRef, PageSize, Region } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { Gliding } from "./gliding.ts";
import { regionInSight, viewOfRegion } from "./region_view.ts";
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

/**
 * The look at the page shown: how near it is, and where it was moved.
 *
 * It is the presenter's until the reader takes it into their own hand, and again once the
 * reader gives it back or is at the whole page with nothing else to go to.
 */
export class Looking {
  readonly #size: () => PageSize | null;
  readonly #changed: () => void;
  readonly #gliding: Gliding;
  readonly #isLed = signal(false);
  readonly #zoom = signal(1);
  readonly #isNearest = signal(false);
  readonly #placement = signal<SheetPlacement | null>(null);
  #stage: Stage = { width: 0, height: 0, ratio: 1 };
  #view: View = WHOLE_PAGE;
  #page: PageRef | null = null;
  #isOwn = false;
  #region: Region | null = null;

  /** How many times as wide as the whole page is on the stage. */
  readonly zoom: ReadonlySignal<number> = this.#zoom;
  readonly isNearest: ReadonlySignal<boolean> = this.#isNearest;
  readonly placement: ReadonlySignal<SheetPlacement | null> = this.#placement;
  /** Whether the part the presenter framed is what is looked at. */
  readonly isLed: ReadonlySignal<boolean> = this.#isLed;

  /**
   * `size` is the page's that is shown now, in points; `changed` hears that it lies elsewhere;
   * `isStill`: nothing shall move by itself.
   */
  constructor(
    size: () => PageSize | null,
    changed: () => void,
    isStill: () => boolean = () => true,
  ) {
    this.#size = size;
    this.#changed = changed;
    this.#gliding = new Gliding(isStill);
  }

  get stage(): Stage {
    return this.#stage;
  }

  get isZoomed(): boolean {
    return this.#view.zoom > 1;
  }

  /** Whether it moves by itself: the next paint shows it elsewhere. */
  get isGliding(): boolean {
    return this.#gliding.isOnItsWay;
  }

  /** What of the page is in sight; null without a page. */
  get inSight(): Region | null {
    const size = this.#size();
    if (size === null) return null;
    return regionInSight(this.#stage, size, placeOn(this.#stage, size, this.#view));
  }

  /** Where the presenter looks; null for the whole page. Called before every paint. */
  lead(region: Region | null): void {
    const isSame = sameRegion(this.#region, region);
    this.#region = region;
    if (!isSame && !this.#isOwn) this.#gliding.begin(this.#view);
  }

  /** The reader gives the look back: to where the presenter looks. */
  giveBack(): void {
    this.#isOwn = false;
    this.#gliding.begin(this.#view);
    this.#changed();
  }

  measure(stage: Stage): void {
    const was = this.#stage;
    const isSame =
      was.width === stage.width && was.height === stage.height && was.ratio === stage.ratio;
    if (!isSame) this.#stage = stage;
  }

  /** Where the page lies now; one's own look at another page begins at its top. Called with every paint. */
  place(page: PageRef, size: PageSize, now = 0): SheetPlacement {
    const isTurned = this.#page === null || pageKey(this.#page) !== pageKey(page);
    this.#page = page;
    // A page that is new comes as it is meant to be seen.
    if (isTurned) this.#gliding.stop();
    if (this.#view.zoom <= 1 && (isTurned || this.#region === null)) this.#isOwn = false;
    this.#isLed.value = !this.#isOwn && this.#region !== null;
    this.#settle(size, this.#isOwn ? this.#ownView(size, isTurned) : this.#ledView(size, now));
    const place = { page, size, ...placeOn(this.#stage, size, this.#view) };
    const was = this.#placement.value;
    const isMoved =
      isTurned ||
      was === null ||
      was.scale !== place.scale ||
      was.left !== place.left ||
      was.top !== place.top;
    if (isMoved) this.#placement.value = place;
    return place;
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

  #ownView(size: PageSize, isTurned: boolean): View {
    return (isTurned ? atTop : bounded)(this.#stage, size, this.#view);
  }

  #ledView(size: PageSize, now: number): View {
    const region = this.#region;
    const there = region === null ? WHOLE_PAGE : viewOfRegion(this.#stage, size, region);
    return this.#gliding.at(there, now);
  }

  #middle(): At {
    return { x: this.#stage.width / 2, y: this.#stage.height / 2 };
  }

  #look(change: (stage: Stage, size: PageSize, view: View) => View): void {
    const size = this.#size();
    if (size === null) return;
    this.#isOwn = true;
    this.#gliding.stop();
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
