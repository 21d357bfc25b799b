import { PAGE_WIDTH, pageHeight } from "../ink/geometry.ts";
import { type Box, boxOf, overlap } from "../ink/stroke_box.ts";
import type { SheetMark } from "../meeting/room.ts";
import type { PageSize } from "../protocol/messages.ts";
import { changeOf } from "./changed_marks.ts";
import type { Layer } from "./layer.ts";
import { type Brush, paintMark } from "./mark_paint.ts";
import { type Placement, type Stage, samePlacement, sameStage } from "./view.ts";

/** Strokes painted in one frame at most: 250 of a hand's strokes are about 15 ms of a tablet. */
const SLICE = 250;

/** Frames a page must lie still before a full one is painted anew: fingers halt between moves. */
const STILL = 4;

/** The parts of a layer that ink is painted with. */
export interface Canvas
  extends Pick<Layer, "resize" | "stretch" | "shrink" | "clear" | "onPage" | "within" | "remove"> {
  copy(other: Canvas): void;
}

/** Where the ink of a frame lies. */
export interface InkPlace {
  readonly stage: Stage;
  readonly placement: Placement;
  readonly size: PageSize;
  /** Names the page. */
  readonly key: string;
}

/** A picture that takes several frames; `hidden` until it is done, or growing in sight. */
interface Work {
  readonly place: InkPlace;
  readonly hidden: boolean;
  /** What is shown once it is done. */
  marks: readonly SheetMark[];
  /** What of it is in sight, and not painted yet. */
  left: readonly SheetMark[];
}

/**
 * The pens of a page, painted so that thousands of strokes cost no frame more than a few.
 *
 * One more stroke is painted on top; a stroke less, or beneath others, has only its place
 * painted anew. A page that is opened fills up over some frames. While a full page is moved
 * its picture is stretched, and painted anew unseen once it lies still: for that while there
 * is one canvas more, of 20 MiB at most.
 */
export class InkLayer {
  readonly #shown: Canvas;
  readonly #unseen: Canvas;
  readonly #brush: Brush;
  /** What `#shown` holds, and where that was painted. */
  #marks: readonly SheetMark[] = [];
  #place: InkPlace | null = null;
  #wanted: InkPlace | null = null;
  #work: Work | null = null;
  /** Frames without a move. */
  #still = 0;

  /** `shown` lies on the sheet, `unseen` nowhere. */
  constructor(shown: Canvas, unseen: Canvas, brush: Brush) {
    this.#shown = shown;
    this.#unseen = unseen;
    this.#brush = brush;
  }

  /** Brings the picture nearer to these marks; whether another frame is needed for it. */
  paint(marks: readonly SheetMark[], place: InkPlace): boolean {
    const before = this.#wanted;
    this.#wanted = place;
    const isSameStage = before !== null && sameStage(before.stage, place.stage);
    if (!isSameStage || before.key !== place.key) {
      this.#open(marks, place, isSameStage);
    } else if (!samePlacement(before.placement, place.placement)) {
      return this.#move(marks, place);
    }
    if (this.#work !== null) return this.#goOn(this.#work, marks);
    if (this.#place !== null && !samePlacement(this.#place.placement, place.placement)) {
      this.#still += 1;
      return this.#still < STILL || this.#paintUnseen(marks, place);
    }
    return this.#change(marks, place);
  }

  /** Nothing is shown. */
  clear(): void {
    this.#stop();
    this.#shown.clear();
    this.#marks = [];
    this.#place = this.#wanted = null;
  }

  remove(): void {
    this.#shown.remove();
    this.#unseen.remove();
  }

  /** Another page or another stage: nothing of the last one stays. */
  #open(marks: readonly SheetMark[], place: InkPlace, isSameStage: boolean): void {
    this.#stop();
    if (isSameStage) this.#shown.clear();
    else this.#shown.resize(place.stage);
    this.#shown.stretch(place.placement, place.placement);
    this.#marks = [];
    this.#place = place;
    if (marks.length > SLICE) this.#fill(marks, marks, place);
  }

  /** The page lies elsewhere: few strokes are painted there at once, many when it lies still. */
  #move(marks: readonly SheetMark[], place: InkPlace): boolean {
    this.#stop();
    this.#still = 0;
    if (inSight(marks, place).length <= SLICE) {
      this.#shown.clear();
      this.#shown.stretch(place.placement, place.placement);
      this.#place = place;
      this.#paintOn(this.#shown, place, inSight(marks, place));
      this.#marks = marks;
      return false;
    }
    if (this.#place !== null) this.#shown.stretch(this.#place.placement, place.placement);
    return true;
  }

  #change(marks: readonly SheetMark[], place: InkPlace): boolean {
    const change = changeOf(this.#marks, marks);
    if (change.kind === "more") {
      const more = marks.slice(change.from);
      if (more.length > SLICE) return this.#goOn(this.#fill(marks, more, place), marks);
      this.#paintOn(this.#shown, place, inSight(more, place));
    }
    if (change.kind === "place") {
      const touched = marks.filter((mark) => overlap(boxOf(mark.stroke), change.box));
      if (touched.length > SLICE) return this.#paintUnseen(marks, place);
      const context = this.#shown.within(place.placement, pageHeight(place.size), change.box);
      for (const mark of touched) paintMark(context, mark, this.#brush);
    }
    this.#marks = marks;
    return false;
  }

  /** The picture grows in sight by those marks of `all` that are `more`. */
  #fill(all: readonly SheetMark[], more: readonly SheetMark[], place: InkPlace): Work {
    const work = { place, hidden: false, marks: all, left: inSight(more, place) };
    this.#work = work;
    return work;
  }

  #paintUnseen(marks: readonly SheetMark[], place: InkPlace): boolean {
    this.#unseen.resize(place.stage);
    const work = { place, hidden: true, marks, left: inSight(marks, place) };
    this.#work = work;
    return this.#goOn(work, marks);
  }

  /** One slice more; marks that come meanwhile on top are taken along. */
  #goOn(work: Work, marks: readonly SheetMark[]): boolean {
    const change = changeOf(work.marks, marks);
    if (change.kind === "more") {
      work.left = [...work.left, ...inSight(marks.slice(change.from), work.place)];
      work.marks = marks;
    }
    this.#paintOn(work.hidden ? this.#unseen : this.#shown, work.place, work.left.slice(0, SLICE));
    work.left = work.left.slice(SLICE);
    if (work.left.length > 0) return true;
    if (work.hidden) {
      this.#shown.copy(this.#unseen);
      this.#shown.stretch(work.place.placement, work.place.placement);
    }
    this.#stop();
    this.#marks = work.marks;
    this.#place = work.place;
    return true;
  }

  #stop(): void {
    if (this.#work?.hidden === true) this.#unseen.shrink();
    this.#work = null;
  }

  #paintOn(layer: Canvas, place: InkPlace, marks: readonly SheetMark[]): void {
    if (marks.length === 0) return;
    const context = layer.onPage(place.placement, pageHeight(place.size));
    for (const mark of marks) paintMark(context, mark, this.#brush);
  }
}

/** The part of the page that is on the stage. */
function sightOf({ stage, placement, size }: Omit<InkPlace, "key">): Box {
  const { left, top, scale } = placement;
  return {
    left: Math.max(0, -left / scale),
    top: Math.max(0, -top / scale),
    right: Math.min(PAGE_WIDTH, (stage.width - left) / scale),
    bottom: Math.min(pageHeight(size), (stage.height - top) / scale),
  };
}

/** The marks that are on the stage. */
export function inSight(
  marks: readonly SheetMark[],
  place: Omit<InkPlace, "key">,
): readonly SheetMark[] {
  const sight = sightOf(place);
  return marks.filter((mark) => overlap(boxOf(mark.stroke), sight));
}
