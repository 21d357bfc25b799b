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
import { maySeePages } from "../meeting/powers.ts";
import type { Room } from "../meeting/room.ts";
import type { Wanted } from "../pages/full_images.ts";
import type { Pages } from "../pages/pages.ts";
import type { PageRef, PageSize } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { inksOf } from "./colours.ts";
import { Gestures } from "./gestures.ts";
import { Hand } from "./hand.ts";
import type { Box, Highlights } from "./highlights.ts";
import { pixelRatio } from "./layer.ts";
import { Others } from "./others.ts";
import { Painter } from "./painter.ts";
import { listenTo } from "./pointers.ts";
import {
  atTop,
  bounded,
  moved,
  onPage,
  placeOn,
  type Stage,
  type View,
  WHOLE_PAGE,
  zoomed,
} from "./view.ts";

/** What there is to say about the page shown; null when it simply stands there. */
export type SheetMessage =
  | { readonly kind: "drawing" }
  | { readonly kind: "waiting" }
  | { readonly kind: "failed"; readonly code: string };

/** Where the page lies on the stage, as of the last paint. */
export interface SheetPlacement {
  readonly page: PageRef;
  /** In PDF points. */
  readonly size: PageSize;
  /** CSS pixels a unit of ink (1/10,000 of the page's width). */
  readonly scale: number;
  /** The page's top left corner on the stage, in CSS pixels. */
  readonly left: number;
  readonly top: number;
}

/** The page on the stage. */
export interface Sheet {
  readonly zoom: Signal<number>;
  /** Changes with the paint that moves the page, so that what lies over it stays on it. */
  readonly placement: ReadonlySignal<SheetPlacement | null>;
  /** What to mark on a page, under the ink; painted while that page is shown. */
  readonly highlights: Signal<Highlights | null>;
  readonly message: ReadonlySignal<SheetMessage | null>;
  resetZoom(): void;
  dispose(): void;
}

export interface SheetParts {
  readonly room: Room;
  readonly desk: InkDesk;
  readonly pages: Pages;
  readonly makeId: () => string;
  /** A wall screen shows and never answers to a touch. */
  readonly readOnly?: boolean;
  /** The colour around the page. */
  readonly background: string;
}

/** Puts the sheet into an element; every pointer on it is the sheet's until it is disposed. */
export function mountSheet(host: HTMLElement, parts: SheetParts): Sheet {
  return new MountedSheet(host, parts);
}

class MountedSheet implements Sheet {
  readonly #host: HTMLElement;
  readonly #parts: SheetParts;
  readonly #painter: Painter;
  readonly #hand: Hand;
  readonly #others = new Others();
  readonly #stops: (() => void)[] = [];
  readonly #entry: ReadonlySignal<PacketPage | null>;
  #stage: Stage = { width: 0, height: 0 };
  #view: View = WHOLE_PAGE;
  #frame: number | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #key = "";

  readonly zoom = signal(1);
  readonly placement = signal<SheetPlacement | null>(null);
  readonly highlights = signal<Highlights | null>(null);
  readonly message: ReadonlySignal<SheetMessage | null>;

  constructor(host: HTMLElement, parts: SheetParts) {
    this.#host = host;
    this.#parts = parts;
    Object.assign(host.style, {
      background: parts.background,
      position: host.style.position || "relative",
      overflow: "hidden",
      touchAction: "none",
    });
    this.#painter = new Painter(host, inksOf(host));
    this.#hand = new Hand(parts.room, parts.desk, parts.makeId);
    this.#entry = computed(() => findPage(parts.room.packet.value, parts.room.shown.value));
    this.message = computed(() => messageFor(parts.room, this.#entry.value, parts.pages));
    this.#watchStage();
    this.#watchRoom();
    if (parts.readOnly !== true) this.#stops.push(this.#listen());
  }

  resetZoom(): void {
    this.#look(WHOLE_PAGE);
  }

  dispose(): void {
    this.#hand.finish();
    for (const stop of this.#stops) stop();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#painter.remove();
  }

  #watchStage(): void {
    const watch = new ResizeObserver(() => {
      this.#stage = { width: this.#host.clientWidth, height: this.#host.clientHeight };
      this.#invalidate();
    });
    watch.observe(this.#host);
    this.#stops.push(() => watch.disconnect());
  }

  #watchRoom(): void {
    const { room, pages } = this.#parts;
    this.#stops.push(
      effect(() => {
        void room.shown.value;
        // A stroke belongs to the page it was begun on, whoever turned the page meanwhile.
        untracked(() => {
          this.#hand.finish();
          this.#hand.stopPointing();
        });
      }),
      effect(() => pages.want(wantedPages(room, this.#entry.value))),
      effect(() => {
        void [room.ink.value, room.link.value, pages.changes.value, this.#entry.value];
        void this.highlights.value;
        this.#invalidate();
      }),
      effect(() => {
        const zoom = this.zoom.value;
        const size = sizeOf(this.#entry.peek());
        if (zoom === this.#view.zoom || size === null) return;
        const centre = { x: this.#stage.width / 2, y: this.#stage.height / 2 };
        this.#look(zoomed(this.#stage, size, this.#view, zoom / this.#view.zoom, centre));
      }),
      room.hear((seatId, passing) => {
        this.#others.heard(seatId, passing, performance.now());
        if (passing.type !== "Presence") this.#invalidate();
      }),
    );
  }

  #listen(): () => void {
    const { room, desk } = this.#parts;
    const placed = (at: { x: number; y: number }) => {
      const size = sizeOf(this.#entry.value);
      return size === null ? null : onPage(placeOn(this.#stage, size, this.#view), at);
    };
    const withSize = (change: (size: PageSize) => View) => {
      const size = sizeOf(this.#entry.value);
      if (size !== null) this.#look(change(size));
    };
    const gestures = new Gestures({
      isToolInHand: () => isToolInHand(room, desk),
      isZoomed: () => this.#view.zoom > 1,
      stageWidth: () => this.#stage.width,
      begin: (touch) => {
        const place = placed(touch);
        if (place !== null) this.#hand.begin({ ...place, pressure: touch.pressure }, touch.eraser);
        this.#invalidate();
      },
      go: (touch) => {
        const place = placed(touch);
        if (place !== null) this.#hand.go([{ ...place, pressure: touch.pressure }]);
        this.#invalidate();
      },
      end: () => {
        this.#hand.finish();
        this.#invalidate();
      },
      abandon: () => {
        this.#hand.abandon();
        this.#invalidate();
      },
      pan: (dx, dy) => withSize((size) => moved(this.#stage, size, this.#view, dx, dy)),
      pinch: (factor, at, dx, dy) =>
        withSize((size) => {
          const nearer = zoomed(this.#stage, size, this.#view, factor, at);
          return moved(this.#stage, size, nearer, dx, dy);
        }),
      step: (by) => room.step(by),
    });
    return listenTo(this.#host, gestures, {
      hover: (at) => {
        const place = placed(at);
        if (place === null || desk.tool.value !== "pointer") return;
        this.#hand.hover(place);
        this.#invalidate();
      },
      leave: () => {
        this.#hand.stopPointing();
        this.#invalidate();
      },
      wheel: (dx, dy) => withSize((size) => moved(this.#stage, size, this.#view, -dx, -dy)),
      zoomWheel: (factor, at) =>
        withSize((size) => zoomed(this.#stage, size, this.#view, factor, at)),
    });
  }

  #look(view: View): void {
    this.#view = view;
    this.zoom.value = view.zoom;
    this.#invalidate();
  }

  /** Asks for one paint with the next frame, however much has changed until then. */
  #invalidate(): void {
    this.#frame ??= requestAnimationFrame((now) => {
      this.#frame = null;
      this.#paint(now);
    });
  }

  #paint(now: number): void {
    const { room, pages } = this.#parts;
    const entry = this.#entry.value;
    const size = sizeOf(entry);
    if (entry === null || size === null || this.#stage.width === 0) {
      this.#painter.blank();
      this.placement.value = null;
      this.#report("", "", 0, 0);
      return;
    }
    const { page } = entry;
    const key = pageKey(page);
    const turned = key !== this.#key;
    this.#key = key;
    this.#view = turned
      ? atTop(this.#stage, size, this.#view)
      : bounded(this.#stage, size, this.#view);
    const placement = placeOn(this.#stage, size, this.#view);
    const look = pages.look(page);
    const marks = room.ink.value;
    const away = room.link.value !== "live";
    const arrived = new Set(marks.map((mark) => mark.stroke.stroke_id));
    const soon = this.#painter.paint({
      stage: this.#stage,
      ratio: pixelRatio(this.#stage, devicePixelRatio),
      placement,
      size,
      key,
      image: look.kind === "ready" ? look.image : this.#standIn(entry),
      hits: hitsOn(this.highlights.value, key),
      marks,
      erasing: this.#hand.erasing,
      drawing: this.#hand.drawing,
      others: this.#others.strokesOn(page, arrived, now),
      // Where a hand points is only known while the line is live.
      pointers: [
        ...(away ? [] : this.#others.pointersOn(page, now)),
        ...ownPointer(this.#hand, key),
      ],
      away,
      now,
    });
    this.#tellPlacement({ page, size, ...placement });
    const unsent = marks.filter((mark) => mark.unsent).length;
    this.#report(key, look.kind === "ready" ? key : "", marks.length, unsent);
    if (this.#hand.tell(now)) this.#invalidate();
    if (soon !== null) this.#paintIn(soon);
  }

  #tellPlacement(now: SheetPlacement): void {
    const was = this.placement.value;
    const isSame =
      was !== null &&
      pageKey(was.page) === pageKey(now.page) &&
      was.scale === now.scale &&
      was.left === now.left &&
      was.top === now.top;
    if (!isSame) this.placement.value = now;
  }

  #standIn(entry: PacketPage): ImageBitmap | null {
    const { room, pages } = this.#parts;
    return entry.ready && maySee(room) ? pages.standIn(entry.page) : null;
  }

  #paintIn(milliseconds: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#invalidate(), milliseconds);
  }

  /** What stands on the sheet, for tests and for whoever styles the host by it. */
  #report(page: string, painted: string, strokes: number, unsent: number): void {
    Object.assign(this.#host.dataset, {
      page,
      painted,
      strokes: String(strokes),
      unsent: String(unsent),
    });
  }
}

/** Who does not lead has nothing to point for: then the pointer is a hand. */
function isToolInHand(room: Room, desk: InkDesk): boolean {
  const tool = desk.tool.value;
  return tool !== "hand" && (tool !== "pointer" || room.leading.value);
}

function sizeOf(entry: PacketPage | null): PageSize | null {
  return entry?.document.sizes[entry.page.page - 1] ?? null;
}

const NO_HITS: readonly Box[] = [];

function hitsOn(highlights: Highlights | null, key: string): readonly Box[] {
  return highlights !== null && pageKey(highlights.page) === key ? highlights.boxes : NO_HITS;
}

function ownPointer(hand: Hand, key: string): readonly { x: number; y: number }[] {
  const pointer = hand.pointer;
  return pointer !== null && pageKey(pointer.page) === key ? [pointer.at] : [];
}

function messageFor(room: Room, entry: PacketPage | null, pages: Pages): SheetMessage | null {
  void pages.changes.value;
  if (entry === null) return null;
  if (!maySee(room)) return { kind: "waiting" };
  if (entry.failed !== null) return { kind: "failed", code: entry.failed };
  const look = pages.look(entry.page);
  if (look.kind === "failed") return { kind: "failed", code: look.code };
  if (look.kind === "away") return { kind: "waiting" };
  return look.kind === "loading" ? { kind: "drawing" } : null;
}

function maySee(room: Room): boolean {
  const [state, you] = [room.state.value, room.you.value];
  return state !== null && you !== null && maySeePages(state, you);
}

/** The page shown, then its neighbours, then where the presenter is. */
function wantedPages(room: Room, entry: PacketPage | null): readonly Wanted[] {
  if (entry === null || !maySee(room)) return [];
  const packet = room.packet.value;
  const turned: PageRef | null = room.state.value?.page ?? null;
  const near = [0, 1, -1, 2].map((by) => packet[entry.number - 1 + by] ?? null);
  const wanted = [...near, findPage(packet, turned)].filter((each) => each !== null);
  const seen = new Set<string>();
  return wanted.flatMap((each) => {
    const key = pageKey(each.page);
    if (each.failed !== null || seen.has(key)) return [];
    seen.add(key);
    return [{ page: each.page, drawn: each.ready }];
  });
}
