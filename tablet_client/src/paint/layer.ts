import { PAGE_WIDTH } from "../ink/geometry.ts";
import type { Box } from "../ink/stroke_box.ts";
import { TABLET } from "../pages/budget.ts";
import type { Placement, Stage } from "./view.ts";

/** Device pixels a CSS pixel for a stage of this size, kept below the most its canvas may have. */
export function pixelRatio(
  width: number,
  height: number,
  wanted: number,
  most = TABLET.canvasPixels,
): number {
  const area = Math.max(1, width * height);
  return Math.min(wanted, Math.sqrt(most / area));
}

/** A canvas's size in its own pixels: whole ones, and not one above the cap. */
export function canvasSize({ width, height, ratio }: Stage): readonly [number, number] {
  // A ratio of thirds may leave 1,169.9999 where 1,170 is meant.
  const whole = (side: number) => Math.max(1, Math.floor(side * ratio + 1e-6));
  return [whole(width), whole(height)];
}

/** One canvas of the sheet, as large as its host. */
export class Layer {
  readonly #canvas = document.createElement("canvas");
  readonly #context: CanvasRenderingContext2D;
  #ratio = 1;
  #blend = "normal";
  /** Whether nothing was painted since it was emptied: to empty it anew would cost a frame 2 ms. */
  #isBlank = true;

  /** Without a host it is a canvas nobody sees, to paint on beforehand. */
  constructor(host: HTMLElement | null, name: string, options?: CanvasRenderingContext2DSettings) {
    const context = this.#canvas.getContext("2d", options);
    if (context === null) throw new Error("this browser has no canvas");
    this.#context = context;
    this.call(name);
    this.#canvas.setAttribute("aria-hidden", "true");
    Object.assign(this.#canvas.style, { position: "absolute", inset: "0", pointerEvents: "none" });
    host?.append(this.#canvas);
  }

  /** What it is from now on. */
  call(name: string): void {
    this.#canvas.setAttribute("data-layer", name);
  }

  /** Whether it is seen; unseen it keeps what is painted on it. */
  show(isSeen: boolean): void {
    this.#canvas.style.visibility = isSeen ? "" : "hidden";
  }

  /** Fits the canvas to the stage; setting a canvas's size also empties it. */
  resize(stage: Stage): void {
    const [width, height] = canvasSize(stage);
    this.#isBlank = true;
    this.#ratio = stage.ratio;
    this.#canvas.width = width;
    this.#canvas.height = height;
    // Not the stage's own size: stretched by half a pixel every letter would be blurred.
    this.#canvas.style.width = `${width / stage.ratio}px`;
    this.#canvas.style.height = `${height / stage.ratio}px`;
  }

  /**
   * Shows what was painted for one placement where another would have it, until it is
   * painted anew; blurred where it is nearer, and blank where it was out of sight.
   */
  stretch(painted: Placement, wanted: Placement): void {
    const scale = wanted.scale / painted.scale;
    const [x, y] = [wanted.left - scale * painted.left, wanted.top - scale * painted.top];
    const isSame = scale === 1 && x === 0 && y === 0;
    this.#canvas.style.transformOrigin = "0 0";
    this.#canvas.style.transform = isSame ? "" : `matrix(${scale}, 0, 0, ${scale}, ${x}, ${y})`;
  }

  /** How the layer lies on those below it: `multiply` lets print shine through. */
  blend(mode: "normal" | "multiply"): void {
    if (this.#blend === mode) return;
    this.#blend = mode;
    this.#canvas.style.mixBlendMode = mode;
  }

  /** Takes over what another layer of the same size shows. */
  copy(other: Layer): void {
    this.clear();
    this.#isBlank = false;
    this.#context.drawImage(other.#canvas, 0, 0);
  }

  /** Gives the memory back; `resize` before it is painted on again. */
  shrink(): void {
    this.#isBlank = true;
    this.#canvas.width = this.#canvas.height = 1;
  }

  clear(): void {
    this.#context.restore();
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    if (this.#isBlank) return;
    this.#isBlank = true;
    this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  /**
   * The context, set to draw in the units of ink where the page lies, and nowhere beside
   * it: a pen that slips off the sheet leaves no mark on the table.
   */
  onPage({ scale, left, top }: Placement, height: number): CanvasRenderingContext2D {
    const unit = scale * this.#ratio;
    this.#isBlank = false;
    // What the last call clipped to; on a fresh canvas there is nothing to restore.
    this.#context.restore();
    this.#context.save();
    this.#context.setTransform(unit, 0, 0, unit, left * this.#ratio, top * this.#ratio);
    this.#context.beginPath();
    this.#context.rect(0, 0, PAGE_WIDTH, height);
    this.#context.clip();
    this.#context.globalAlpha = 1;
    this.#context.globalCompositeOperation = "source-over";
    return this.#context;
  }

  /** Lays a picture where the page lies, pixel by pixel; it has the page's size here. */
  lay(picture: ImageBitmap, { left, top }: Placement): void {
    const inUnits = this.#context.getTransform();
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    const [x, y] = [Math.round(left * this.#ratio), Math.round(top * this.#ratio)];
    this.#context.drawImage(picture, x, y);
    this.#context.setTransform(inUnits);
  }

  /**
   * As `onPage`, within a place of the page that is emptied first.
   *
   * Its edges are whole pixels: what is painted anew inside joins what stands outside.
   */
  within(placement: Placement, height: number, box: Box): CanvasRenderingContext2D {
    const context = this.onPage(placement, height);
    const unit = placement.scale * this.#ratio;
    const [left, top] = [
      Math.floor(placement.left * this.#ratio + box.left * unit),
      Math.floor(placement.top * this.#ratio + box.top * unit),
    ];
    const width = Math.ceil(placement.left * this.#ratio + box.right * unit) - left;
    const down = Math.ceil(placement.top * this.#ratio + box.bottom * unit) - top;
    const inUnits = context.getTransform();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(left, top, width, down);
    context.beginPath();
    context.rect(left, top, width, down);
    context.clip();
    context.setTransform(inUnits);
    return context;
  }

  remove(): void {
    // Safari keeps a canvas's memory until it is collected, unless it is made small.
    this.#canvas.width = this.#canvas.height = 0;
    this.#canvas.remove();
  }
}
