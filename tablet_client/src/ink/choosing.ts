import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { Room, SheetMark } from "../meeting/room.ts";
import type { PageRef, Stroke } from "../protocol/messages.ts";
import { samePage } from "../protocol/page_key.ts";
import { PAGE_WIDTH } from "./geometry.ts";
import type { Placed } from "./history.ts";
import { encloses } from "./lasso.ts";
import { around, type Box, boxOf } from "./stroke_box.ts";

interface Place {
  readonly x: number;
  readonly y: number;
}

/** How near a tap has to come to a mark: a fingertip, 1 % of the page's width. */
const FINGERTIP = 100;

/** However far marks are moved, this much of them stays on the page. */
const STAYS = 150;

/** Marks chosen to be moved or erased together. */
export interface Choosing {
  /** Those chosen that still stand on the page shown. */
  readonly marks: ReadonlySignal<readonly SheetMark[]>;
  /** Around all of them, in the units of ink; null for none. */
  readonly box: ReadonlySignal<Box | null>;
  /** Chooses what a loop goes around. */
  loop(path: readonly Place[]): void;
  /** Chooses the mark on top at a place; whether there is one. */
  at(place: Place): boolean;
  /** The mark on top at a place that may be chosen. */
  under(place: Place): SheetMark | null;
  /** Chooses one mark. */
  only(mark: SheetMark): void;
  /** Chooses all of one's own that are to be seen on the page. */
  all(): void;
  none(): void;
  /** Moves what is chosen: one deed. */
  move(dx: number, dy: number): void;
  /** Erases what is chosen: one deed. */
  erase(): void;
}

/** What choosing needs of the desk. */
export interface ChoosingParts {
  readonly room: Room;
  /** Whether a mark may be chosen: one's own, and in sight. */
  readonly mayChoose: (mark: SheetMark) => boolean;
  readonly makeId: () => string;
  readonly change: (page: PageRef, gone: readonly Placed[], come: readonly Placed[]) => void;
}

export function openChoosing({ room, mayChoose, makeId, change }: ChoosingParts): Choosing {
  const chosen = signal<{ page: PageRef; ids: ReadonlySet<string> } | null>(null);
  const marks = computed(() => {
    const [now, page] = [chosen.value, room.shown.value];
    if (now === null || page === null || !samePage(now.page, page)) return [];
    return room.ink.value.filter((mark) => now.ids.has(mark.stroke.stroke_id) && mayChoose(mark));
  });
  const box = computed(() => {
    let whole: Box | null = null;
    for (const { stroke } of marks.value) whole = around(whole, boxOf(stroke));
    return whole;
  });
  const own = () => room.ink.value.filter(mayChoose);
  const choose = (those: readonly SheetMark[]) => {
    const page = room.shown.value;
    const ids = new Set(those.map((mark) => mark.stroke.stroke_id));
    chosen.value = page === null || ids.size === 0 ? null : { page, ids };
  };
  const under = (place: Place) => own().findLast(({ stroke }) => isNear(stroke, place)) ?? null;
  return {
    marks,
    box,
    loop: (path) => choose(own().filter((mark) => encloses(path, mark.stroke))),
    at(place) {
      const mark = under(place);
      if (mark !== null) choose([mark]);
      return mark !== null;
    },
    under,
    only: (mark) => choose([mark]),
    all: () => choose(own()),
    none: () => choose([]),
    move(dx, dy) {
      const [page, whole] = [room.shown.value, box.value];
      if (page === null || whole === null) return;
      const right = Math.round(
        Math.max(STAYS - whole.right, Math.min(PAGE_WIDTH - STAYS - whole.left, dx)),
      );
      const down = Math.round(Math.max(STAYS - whole.bottom, dy));
      const gone = marks.value;
      const come = gone.map(({ stream, stroke }) => ({
        stream,
        stroke: moved({ ...stroke, page, stroke_id: makeId() }, right, down),
      }));
      change(page, gone, come);
      chosen.value = { page, ids: new Set(come.map((each) => each.stroke.stroke_id)) };
    },
    erase() {
      const page = room.shown.value;
      if (page !== null && marks.value.length > 0) change(page, marks.value, []);
      chosen.value = null;
    },
  };
}

function moved(stroke: Stroke, dx: number, dy: number): Stroke {
  const by = [dx, dy, 0];
  return { ...stroke, points: stroke.points.map((value, at) => value + (by[at % 3] ?? 0)) };
}

function isNear(stroke: Stroke, { x, y }: Place): boolean {
  const { left, top, right, bottom } = boxOf(stroke);
  const reach = FINGERTIP;
  if (x < left - reach || x > right + reach || y < top - reach || y > bottom + reach) return false;
  if (stroke.tool === "note" || stroke.tool === "stamp") return true;
  const near = (FINGERTIP + stroke.width) ** 2;
  for (let at = 0; at + 2 < stroke.points.length; at += 3) {
    const [dx, dy] = [(stroke.points[at] ?? 0) - x, (stroke.points[at + 1] ?? 0) - y];
    if (dx * dx + dy * dy <= near) return true;
  }
  return false;
}
