import {
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  signal,
  untracked,
} from "@preact/signals-core";
import type { InkDesk } from "../ink/desk.ts";
import { findPage, type PacketPage } from "../meeting/packet.ts";
import { regionFollowed, regionOn } from "../meeting/regions.ts";
import type { Room } from "../meeting/room.ts";
import { pageBefore } from "../meeting/succession.ts";
import type { Pages } from "../pages/pages.ts";
import type { Region } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { Ahead } from "./ahead.ts";
import { CloserLooks } from "./closer.ts";
import { inksOf } from "./colours.ts";
import { Hand } from "./hand.ts";
import type { Box, Highlights } from "./highlights.ts";
import { pixelRatio } from "./layer.ts";
import { letters } from "./letters.ts";
import { Looking, type SheetPlacement } from "./looking.ts";
import { Others } from "./others.ts";
import { glimpsedPages, maySee, messageFor, type SheetMessage, sizeOf } from "./page_shown.ts";
import { Painter } from "./painter.ts";
import type { PointerMark } from "./pointer_paint.ts";
import { MarkSorter } from "./sorted_marks.ts";
import { NOTHING, report } from "./standing.ts";
import { type Touched, touching } from "./touching.ts";
import { turnFirst } from "./turn_first.ts";

/** The page on the stage. */
export interface Sheet {
  /** How many times as wide as the whole page is on the stage. */
  readonly zoom: ReadonlySignal<number>;
  /** Whether the page comes no nearer. */
  readonly isNearest: ReadonlySignal<boolean>;
  /** Changes with the paint that moves the page, so that what lies over it stays on it. */
  readonly placement: ReadonlySignal<SheetPlacement | null>;
  /** What to mark on a page, under the ink; painted while that page is shown. */
  readonly highlights: Signal<Highlights | null>;
  readonly message: ReadonlySignal<SheetMessage | null>;
  /** Whether what is seen is the part the presenter framed. */
  readonly isLed: ReadonlySignal<boolean>;
  /** What of the page is in sight now; null without a page. */
  inSight(): Region | null;
  /** One's own look is given up: to where the presenter looks. */
  giveBack(): void;
  /** Nearer or farther about the middle of the stage. */
  zoomBy(factor: number): void;
  /** Moves the look over the page by parts of the stage's width and height. */
  moveBy(right: number, down: number): void;
  resetZoom(): void;
  /** Has fingers on an element over the sheet turn and pinch; selecting stays the browser's. */
  lend(over: HTMLElement): () => void;
  dispose(): void;
}

export interface SheetParts {
  readonly room: Room;
  readonly desk: InkDesk;
  readonly pages: Pages;
  readonly makeId: () => string;
  /** A wall screen shows and never answers to a touch. */
  readonly readOnly?: boolean;
  /** Beside another sheet, which sees to what is fetched for both. */
  readonly isBeside?: boolean;
  /** Whether a tap on this place of the page, in the units of ink, meant what lies there. */
  readonly tap?: (at: { x: number; y: number }) => boolean;
  /** What a stamp says, in the reader's language. */
  readonly stamp?: (text: string) => string;
  /** The colour around the page. */
  readonly background: string;
}

/** Puts the sheet into an element; every pointer on it is the sheet's until it is disposed. */
export function mountSheet(host: HTMLElement, parts: SheetParts): Sheet {
  return new MountedSheet(host, parts);
}

const NO_HITS: readonly Box[] = [];

/** A page shown this long is being read: the line is free for what may come after it. */
const RESTED_MS = 1_500;

/** Whether the reader has asked the device for nothing that moves by itself. */
const prefersStillness = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

class MountedSheet implements Sheet {
  readonly #host: HTMLElement;
  readonly #parts: SheetParts;
  readonly #painter: Painter;
  readonly #hand: Hand;
  readonly #looking: Looking;
  readonly #closer: CloserLooks;
  readonly #ahead: Ahead;
  readonly #others = new Others();
  readonly #sorter = new MarkSorter();
  readonly #stops: (() => void)[] = [];
  readonly #entry: ReadonlySignal<PacketPage | null>;
  #touched: Touched | null = null;
  #frame: number | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #rest: ReturnType<typeof setTimeout> | null = null;

  readonly highlights = signal<Highlights | null>(null);
  readonly message: ReadonlySignal<SheetMessage | null>;

  constructor(host: HTMLElement, parts: SheetParts) {
    const { room, desk, pages, makeId } = parts;
    this.#host = host;
    this.#parts = parts;
    Object.assign(host.style, {
      background: parts.background,
      position: host.style.position || "relative",
      overflow: "hidden",
      touchAction: "none",
    });
    this.#entry = computed(() => findPage(room.packet.value, room.shown.value));
    this.message = computed(() => messageFor(room, this.#entry.value, pages));
    const changed = () => this.#invalidate();
    const size = () => sizeOf(this.#entry.value);
    this.#looking = new Looking(size, changed, prefersStillness);
    this.#closer = new CloserLooks(pages.openTiles());
    const font = getComputedStyle(host).fontFamily;
    const lettering = { font, stamp: parts.stamp ?? ((text) => text) };
    this.#painter = new Painter(host, { inks: inksOf(host), lettering });
    this.#hand = new Hand(room, desk, makeId);
    this.#ahead = new Ahead({
      room,
      pages,
      isBeside: parts.isBeside === true,
      looking: this.#looking,
      prepare: (page) => {
        this.#painter.prepare(page);
        host.dataset["next"] = this.#painter.ready ?? "";
      },
    });
    this.#watchStage();
    this.#watchRoom();
    if (parts.readOnly === true) return;
    const [hand, looking] = [this.#hand, this.#looking];
    const tap = parts.tap ?? (() => false);
    this.#touched = touching(host, {
      room,
      desk,
      hand,
      looking,
      tap,
      changed,
      drawn: () => this.#drawNow(),
    });
    this.#stops.push(this.#touched.stop);
  }

  get zoom(): ReadonlySignal<number> {
    return this.#looking.zoom;
  }

  get isNearest(): ReadonlySignal<boolean> {
    return this.#looking.isNearest;
  }

  get placement(): ReadonlySignal<SheetPlacement | null> {
    return this.#looking.placement;
  }

  get isLed(): ReadonlySignal<boolean> {
    return this.#looking.isLed;
  }

  inSight(): Region | null {
    return this.#looking.inSight;
  }

  giveBack(): void {
    this.#looking.giveBack();
  }

  zoomBy(factor: number): void {
    this.#looking.by(factor);
  }

  moveBy(right: number, down: number): void {
    const { width, height } = this.#looking.stage;
    this.#looking.move(-right * width, -down * height);
  }

  resetZoom(): void {
    this.#looking.whole();
  }

  lend(over: HTMLElement): () => void {
    return this.#touched?.lend(over) ?? (() => undefined);
  }

  dispose(): void {
    this.#hand.finish();
    for (const stop of this.#stops) stop();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    for (const timer of [this.#timer, this.#rest]) if (timer !== null) clearTimeout(timer);
    this.#painter.remove();
    this.#ahead.close();
    this.#closer.close();
  }

  #watchStage(): void {
    const watch = new ResizeObserver(() => this.#invalidate());
    watch.observe(this.#host);
    this.#stops.push(() => watch.disconnect());
  }

  #watchRoom(): void {
    const { room, pages, desk } = this.#parts;
    this.#stops.push(
      effect(() => {
        void room.shown.value;
        // A stroke belongs to the page it was begun on, whoever turned the page meanwhile.
        untracked(() => {
          this.#hand.finish();
          this.#hand.stopPointing();
        });
      }),
      effect(() => {
        const entry = this.#entry.value;
        untracked(() => this.#glimpse(entry));
      }),
      effect(() => {
        void [room.ink.value, room.link.value, pages.changes.value, this.#entry.value];
        void [this.highlights.value, this.#region()];
        void [desk.pointerLook.value, desk.layers.hidden.value];
        if (this.#isTurned()) untracked(() => this.#paintTurn());
        else this.#invalidate();
      }),
      effect(() => {
        void letters.value;
        this.#painter.forgetWords();
        this.#invalidate();
      }),
      // After the paint: a turn is not held up by what may come after it.
      effect(() => this.#ahead.want(this.#entry.value)),
      room.hear((seatId, passing) => {
        this.#others.heard(seatId, passing, performance.now());
        this.#invalidate();
      }),
      effect(() => {
        const seats = room.presence.value;
        // In a large hall the names are left out: then nobody is known to have gone.
        if (seats.length === room.present.value) this.#others.keepPresent(seats);
      }),
    );
  }

  /** Where the presenter looks, if this sheet looks there too; the one beside always does. */
  #region(): Region | null {
    const { room, isBeside } = this.#parts;
    return isBeside === true ? regionOn(room) : regionFollowed(room);
  }

  /** Has small pictures of what may be jumped to, once the page is read rather than leafed past. */
  #glimpse(entry: PacketPage | null): void {
    if (this.#rest !== null) clearTimeout(this.#rest);
    const { room, pages, isBeside } = this.#parts;
    if (isBeside === true) return;
    this.#rest = setTimeout(() => {
      for (const page of glimpsedPages(room, entry)) pages.standIn(page);
    }, RESTED_MS);
  }

  /** Asks for one paint with the next frame, however much has changed until then. */
  #invalidate(): void {
    this.#frame ??= requestAnimationFrame((now) => {
      this.#frame = null;
      this.#measure();
      this.#paint(now);
    });
  }

  /** Whether another page is shown than was painted, and its picture is here. */
  #isTurned(): boolean {
    const page = this.#entry.value?.page ?? null;
    if (page === null || this.#host.dataset["page"] === pageKey(page)) return false;
    return this.#looking.stage.width > 0 && this.#parts.pages.look(page).kind === "ready";
  }

  /** A turn is not put off to the frame: it is on the glass with the one that comes. */
  #paintTurn(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#paint(performance.now());
    turnFirst.turned();
  }

  /** The line under the hand, within the event that moved it. */
  #drawNow(): void {
    const { drawing } = this.#hand;
    if (drawing !== null) this.#painter.draw(drawing);
  }

  /** With every paint: a window carried to another screen has another ratio and the same size. */
  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    const { canvasPixels } = this.#parts.pages.budget;
    const ratio = pixelRatio(width, height, devicePixelRatio, canvasPixels);
    this.#looking.measure({ width, height, ratio });
  }

  #paint(now: number): void {
    const { room, pages, desk } = this.#parts;
    const { stage } = this.#looking;
    const entry = this.#entry.value;
    const size = sizeOf(entry);
    if (entry === null || size === null || stage.width === 0) {
      this.#painter.blank();
      this.#looking.leave();
      this.#closer.leave();
      report(this.#host, NOTHING);
      return;
    }
    const { page } = entry;
    const key = pageKey(page);
    this.#looking.lead(this.#region());
    const placement = this.#looking.place(page, size, now);
    const look = pages.look(page);
    const image = look.kind === "ready" ? look.image : null;
    const closer = this.#closer.frame(stage, placement, image);
    const ink = room.ink.value;
    const { erasing } = this.#hand;
    const marks = this.#sorter.sort(ink, erasing, desk.layers.hidden.value);
    const away = room.link.value !== "live";
    const soon = this.#painter.paint({
      stage,
      placement,
      size,
      key,
      image: image ?? this.#standIn(entry),
      fitted: image === null ? null : this.#ahead.fitted(image, placement, size),
      closer: closer.picture,
      hits: this.#hitsOn(key),
      marks,
      erasing,
      drawing: this.#hand.drawing,
      chosen: this.#hand.chosen,
      others: this.#others.strokesOn(page, (id) => this.#sorter.has(id), now),
      // Where a hand points is only known while the line is live.
      zoom: this.#looking.zoom.value,
      pointers: [...(away ? [] : this.#others.pointersOn(page, now)), ...this.#ownPointer(key)],
      away,
      now,
    });
    report(this.#host, {
      page: key,
      painted: image === null ? "" : key,
      next: this.#painter.ready ?? "",
      strokes: ink.length,
      unsent: marks.unsent.length,
      zoom: Math.round(this.#looking.zoom.value * 100),
      level: closer.level ?? "",
      ahead: this.#ahead.isAllHere(entry),
      sharp: image !== null && (closer.level === null || closer.picture.covers),
    });
    this.#ahead.soon();
    const goesOn = closer.isOnItsWay || this.#looking.isGliding;
    if (this.#hand.tell(now) || goesOn) this.#invalidate();
    if (soon !== null) this.#paintIn(soon);
  }

  /** What the page was in the version before, until it has come; else a small picture of it. */
  #standIn(entry: PacketPage): ImageBitmap | null {
    const { room, pages } = this.#parts;
    if (!maySee(room)) return null;
    const state = room.state.value;
    const before = state === null ? null : pageBefore(state, entry.page);
    const look = before === null ? null : pages.look(before);
    if (look?.kind === "ready") return look.image;
    return entry.ready ? pages.standIn(entry.page) : null;
  }

  #hitsOn(key: string): readonly Box[] {
    const found = this.highlights.value;
    return found !== null && pageKey(found.page) === key ? found.boxes : NO_HITS;
  }

  #ownPointer(key: string): readonly PointerMark[] {
    const { pointer } = this.#hand;
    if (pointer === null || pageKey(pointer.page) !== key) return [];
    return [{ ...pointer.at, ...this.#parts.desk.pointerLook.value }];
  }

  #paintIn(milliseconds: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#invalidate(), milliseconds);
  }
}
