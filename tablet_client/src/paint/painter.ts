import { pageHeight } from "../ink/geometry.ts";
import { pageKey } from "../protocol/page_key.ts";
import { type Chosen, paintChosen } from "./chosen_paint.ts";
import { InkLayer } from "./ink_layer.ts";
import { Layer } from "./layer.ts";
import { type Brush, paintMark } from "./mark_paint.ts";
import { type Drawing, Nib } from "./nib.ts";
import type { Progressing } from "./others.ts";
import { PaperLayer, type PaperPage, type PlainPage } from "./paper_layer.ts";
import { type PointerMark, paintPointer } from "./pointer_paint.ts";
import { SheetEdge } from "./sheet_edge.ts";
import type { SortedMarks } from "./sorted_marks.ts";
import { paintMoving } from "./stroke_paint.ts";
import { samePlacement, sameStage } from "./view.ts";

/** A stroke on its way this long is shown faint: it has not arrived, and one should know. */
const PATIENCE_MS = 1_000;
const FAINT = 0.45;

/** All that one frame shows; two equal frames paint the same. */
export interface Frame extends Omit<PaperPage, "highlights"> {
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
 * Canvases over the sheet's shadow, one above the other, repainted only where something changed.
 *
 * `paper`: the page and the highlighter, which multiplies with it so that text stays dark; with
 * one canvas more that nobody sees, see `PaperLayer`.
 * `ink`: pens, see `InkLayer`. `live`: all that moves or has not arrived.
 * `nib`: the line under one's own hand, see `Nib`.
 */
export class Painter {
  readonly #edge: SheetEdge;
  readonly #paper: PaperLayer;
  readonly #ink: InkLayer;
  readonly #live: Layer;
  readonly #nib: Nib;
  readonly #brush: Brush;
  readonly #since = new Map<string, number>();
  #before: Frame | null = null;
  #wasDrawing = false;

  constructor(host: HTMLElement, brush: Brush) {
    this.#edge = new SheetEdge(host);
    this.#paper = new PaperLayer(new Layer(host, "paper"), new Layer(host, "spare"), brush);
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
    this.#paper.paint({ ...frame, highlights: frame.marks.highlights });
    const isMore = this.#ink.paint(frame.marks.pens, frame);
    this.#before = frame;
    const soonest = this.#paintLive(frame);
    return isMore ? 0 : soonest;
  }

  /** Has a page lie ready for a turn, or none any more. */
  prepare(page: PlainPage | null): void {
    this.#paper.prepare(page);
  }

  /** The key of the page that lies ready; null when none does. */
  get ready(): string | null {
    return this.#paper.ready;
  }

  /** Paints the line under the hand at once, if its page is the one that stands here. */
  draw(drawing: Drawing): void {
    const frame = this.#before;
    if (frame !== null && frame.key === pageKey(drawing.look.page)) this.#nib.paint(drawing, frame);
  }

  /** Letters have come: words that were painted without them are painted anew. */
  forgetWords(): void {
    const pens = this.#before?.marks.pens ?? [];
    if (pens.some(({ stroke }) => stroke.text !== "")) this.#ink.clear();
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
    const isSameStage = before !== null && sameStage(before.stage, stage);
    if (!isSameStage) this.#live.resize(stage);
    return !isSameStage || !samePlacement(before.placement, placement) || before.key !== frame.key;
  }

  #paintLive(frame: Frame): number | null {
    const isLifted = this.#paintNib(frame);
    this.#live.clear();
    const { chosen, others, pointers, marks } = frame;
    const isStill = [others, pointers, marks.unsent].every((each) => each.length === 0);
    if (isStill && chosen === null) {
      this.#since.clear();
      return isLifted ? 0 : null;
    }
    const context = this.#live.onPage(frame.placement, pageHeight(frame.size));
    const isSoft =
      marks.unsent.some(({ stroke }) => stroke.tool === "highlighter") ||
      others.some(({ look }) => look.tool === "highlighter");
    // A highlight on its way lets print shine through as it will once it has arrived.
    this.#live.blend(isSoft ? "multiply" : "normal");
    const soonest = this.#paintUnsent(context, frame);
    const { inks } = this.#brush;
    for (const { points, look } of others) paintMoving(context, points, look, inks);
    if (chosen !== null) paintChosen(context, chosen, this.#brush, frame.placement);
    for (const mark of pointers) paintPointer(context, mark, inks, frame.zoom);
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
