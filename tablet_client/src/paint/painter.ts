import { PAGE_WIDTH, pageHeight } from "../ink/geometry.ts";
import type { SheetMark } from "../meeting/room.ts";
import type { PageSize } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { changeOf } from "./changed_marks.ts";
import { type Chosen, paintChosen } from "./chosen_paint.ts";
import { type Box, paintHighlights } from "./highlights.ts";
import { InkLayer, inSight } from "./ink_layer.ts";
import { Layer } from "./layer.ts";
import { type Brush, paintMark } from "./mark_paint.ts";
import { type Drawing, Nib } from "./nib.ts";
import type { Progressing } from "./others.ts";
import { type PointerMark, paintPointer } from "./pointer_paint.ts";
import { SheetEdge } from "./sheet_edge.ts";
import type { SortedMarks } from "./sorted_marks.ts";
import { paintMoving } from "./stroke_paint.ts";
import { isSamePicture, paintTiles, type TilePicture } from "./tile_paint.ts";
import type { Placement, Stage } from "./view.ts";

/** A stroke on its way this long is shown faint: it has not arrived, and one should know. */
const PATIENCE_MS = 1_000;
const FAINT = 0.45;

/** All that one frame shows; two equal frames paint the same. */
export interface Frame {
  readonly stage: Stage;
  readonly placement: Placement;
  readonly size: PageSize;
  readonly key: string;
  /** The page itself, its stand-in, or null for a white sheet. */
  readonly image: ImageBitmap | null;
  /** The same just as large as it is shown here, if it was made before. */
  readonly fitted: ImageBitmap | null;
  /** The same in finer pixels, as far as they are here. */
  readonly closer: TilePicture;
  /** What a search found here. */
  readonly hits: readonly Box[];
  readonly marks: SortedMarks;
  readonly erasing: ReadonlySet<string>;
  readonly drawing: Drawing | null;
  /** What the lasso holds, or goes around. */
  readonly chosen: Chosen | null;
  readonly others: readonly Progressing[];
  readonly pointers: readonly PointerMark[];
  /** How many times as wide as the whole page is on the stage. */
  readonly zoom: number;
  readonly away: boolean;
  readonly now: number;
}

/**
 * Four canvases over the sheet's shadow, one above the other, repainted only where something changed.
 *
 * `paper`: the page and the highlighter, which multiplies with it so that text stays dark.
 * `ink`: pens, see `InkLayer`. `live`: all that moves or has not arrived.
 * `nib`: the line under one's own hand, see `Nib`.
 */
export class Painter {
  readonly #edge: SheetEdge;
  readonly #paper: Layer;
  readonly #ink: InkLayer;
  readonly #live: Layer;
  readonly #nib: Nib;
  readonly #brush: Brush;
  readonly #since = new Map<string, number>();
  #before: Frame | null = null;
  #isFitted = false;
  #wasDrawing = false;
  #highlights: readonly SheetMark[] = [];

  constructor(host: HTMLElement, brush: Brush) {
    this.#edge = new SheetEdge(host);
    this.#paper = new Layer(host, "paper");
    this.#ink = new InkLayer(new Layer(host, "ink"), new Layer(null, "unseen"), brush);
    this.#live = new Layer(host, "live");
    this.#nib = new Nib(host, brush.inks);
    this.#brush = brush;
  }

  /** Paints a frame; gives back in how many ms it will look different by itself, or null. */
  paint(frame: Frame): number | null {
    const isMoved = this.#resize(frame);
    if (isMoved) {
      this.#edge.place(frame.placement, frame.size);
      this.#nib.clear();
    }
    this.#paintPaper(frame, isMoved);
    const isMore = this.#ink.paint(frame.marks.pens, frame);
    this.#before = frame;
    const soonest = this.#paintLive(frame);
    return isMore ? 0 : soonest;
  }

  /** Paints the line under the hand at once, if its page is the one that stands here. */
  draw(drawing: Drawing): void {
    const frame = this.#before;
    if (frame !== null && frame.key === pageKey(drawing.look.page)) this.#nib.paint(drawing, frame);
  }

  /** What was painted with letters that have come only now is painted anew. */
  forgetInk(): void {
    this.#ink.clear();
  }

  /** No page at all: nothing is shown, nothing of the last page stays. */
  blank(): void {
    for (const layer of [this.#paper, this.#ink, this.#live, this.#nib]) layer.clear();
    this.#edge.hide();
    this.#before = null;
  }

  remove(): void {
    for (const layer of [this.#paper, this.#ink, this.#live, this.#nib]) layer.remove();
    this.#edge.remove();
  }

  /** Whether everything lies elsewhere than in the last frame. */
  #resize(frame: Frame): boolean {
    const before = this.#before;
    const { stage, placement } = frame;
    const sameStage =
      before?.stage.width === stage.width &&
      before.stage.height === stage.height &&
      before.stage.ratio === stage.ratio;
    if (!sameStage) {
      for (const layer of [this.#paper, this.#live]) layer.resize(stage);
    }
    const was = before?.placement;
    const samePlace =
      was?.scale === placement.scale && was.left === placement.left && was.top === placement.top;
    return !sameStage || !samePlace || before?.key !== frame.key;
  }

  #paintPaper(frame: Frame, isMoved: boolean): void {
    const before = this.#before;
    const isSame =
      !isMoved &&
      before?.image === frame.image &&
      isSamePicture(before.closer, frame.closer) &&
      before.hits === frame.hits;
    const { highlights } = frame.marks;
    const change = changeOf(this.#highlights, highlights);
    this.#highlights = highlights;
    if (isSame && change.kind === "none") return;
    if (isSame && change.kind === "more") {
      this.#highlight(frame, highlights.slice(change.from));
      return;
    }
    this.#paper.clear();
    const { image, closer, size, placement, stage } = frame;
    // What was scaled here and what was scaled before differ by a hair: a page that lies still
    // keeps the one it was first laid with.
    if (isMoved || before?.image !== image) this.#isFitted = frame.fitted !== null;
    const fitted = this.#isFitted ? frame.fitted : null;
    const context = this.#paper.onPage(placement, pageHeight(size));
    if (fitted !== null) {
      this.#paper.lay(fitted, placement);
    } else {
      context.fillStyle = "#fff";
      context.fillRect(0, 0, PAGE_WIDTH, pageHeight(size));
      context.imageSmoothingQuality = "high";
      // Under tiles that leave nothing of it to be seen it would only cost time.
      if (image !== null && !closer.covers) {
        context.drawImage(image, 0, 0, PAGE_WIDTH, pageHeight(size));
      }
    }
    paintTiles(context, closer.tiles, size, placement, stage);
    paintHighlights(context, frame.hits, this.#brush.inks.hit);
    this.#highlight(frame, highlights);
  }

  #highlight(frame: Frame, highlights: readonly SheetMark[]): void {
    const context = this.#paper.onPage(frame.placement, pageHeight(frame.size));
    context.globalCompositeOperation = "multiply";
    for (const mark of inSight(highlights, frame)) paintMark(context, mark, this.#brush);
  }

  #paintLive(frame: Frame): number | null {
    this.#live.clear();
    const context = this.#live.onPage(frame.placement, pageHeight(frame.size));
    const isSoft =
      frame.marks.unsent.some(({ stroke }) => stroke.tool === "highlighter") ||
      frame.others.some(({ look }) => look.tool === "highlighter");
    // A highlight on its way lets print shine through as it will once it has arrived.
    this.#live.blend(isSoft ? "multiply" : "normal");
    const soonest = this.#paintUnsent(context, frame);
    const { inks } = this.#brush;
    for (const { points, look } of frame.others) paintMoving(context, points, look, inks);
    const isLifted = this.#paintNib(frame);
    if (frame.chosen !== null) paintChosen(context, frame.chosen, this.#brush, frame.placement);
    for (const mark of frame.pointers) paintPointer(context, mark, inks, frame.zoom);
    return isLifted ? 0 : soonest;
  }

  /**
   * A line that was lifted stays one frame more: the two canvases may reach the glass one
   * after the other, and it must not blink. Whether it was lifted just now.
   */
  #paintNib(frame: Frame): boolean {
    const isLifted = this.#wasDrawing && frame.drawing === null;
    if (frame.drawing !== null) this.draw(frame.drawing);
    else if (!isLifted) this.#nib.clear();
    this.#wasDrawing = frame.drawing !== null;
    return isLifted;
  }

  /** Unsent strokes: as always at first, faint once they are late or the line is away. */
  #paintUnsent(context: CanvasRenderingContext2D, frame: Frame): number | null {
    const { unsent } = frame.marks;
    const ids = new Set(unsent.map((mark) => mark.stroke.stroke_id));
    for (const id of this.#since.keys()) if (!ids.has(id)) this.#since.delete(id);
    let soonest: number | null = null;
    for (const mark of unsent) {
      const { stroke } = mark;
      if (frame.erasing.has(stroke.stroke_id)) continue;
      const since = this.#since.get(stroke.stroke_id) ?? frame.now;
      this.#since.set(stroke.stroke_id, since);
      const left = since + PATIENCE_MS - frame.now;
      if (left > 0) soonest = Math.min(soonest ?? left, left);
      context.globalAlpha = frame.away || left <= 0 ? FAINT : 1;
      paintMark(context, mark, this.#brush);
    }
    context.globalAlpha = 1;
    return soonest;
  }
}
