import { type InkPoint, pageHeight } from "../ink/geometry.ts";
import { around, type Box } from "../ink/stroke_box.ts";
import type { StrokeLook } from "../ink/stroke_builder.ts";
import type { PageSize } from "../protocol/messages.ts";
import type { Inks } from "./colours.ts";
import { Layer } from "./layer.ts";
import { paintMoving } from "./stroke_paint.ts";
import type { Placement, Stage } from "./view.ts";

/** A line under the hand: what is drawn, and what the device foresees. */
export interface Drawing {
  readonly look: StrokeLook;
  readonly points: readonly InkPoint[];
  /** Where the pen will be in a few milliseconds; painted and never kept. */
  readonly ahead: readonly InkPoint[];
}

/** Where a page lies. */
export interface NibPlace {
  readonly stage: Stage;
  readonly placement: Placement;
  readonly size: PageSize;
}

/**
 * The canvas of one's own hand: painted within the pen's event, not with the next frame.
 *
 * Only the place of the line is painted anew, so that its cost is the line's and not the
 * page's. The canvas is made with the first stroke: a wall never writes.
 */
export class Nib {
  readonly #host: HTMLElement;
  readonly #inks: Inks;
  #layer: Layer | null = null;
  #stage: Stage | null = null;
  #inked: { readonly box: Box; readonly place: NibPlace } | null = null;

  constructor(host: HTMLElement, inks: Inks) {
    this.#host = host;
    this.#inks = inks;
  }

  get isBlank(): boolean {
    return this.#inked === null;
  }

  paint(drawing: Drawing, place: NibPlace): void {
    const { look, points, ahead } = drawing;
    const box = placeOf(drawing);
    if (box === null) return;
    const layer = this.#fit(place.stage);
    // The highlighter lets print shine through from its first point on.
    layer.blend(look.tool === "highlighter" ? "multiply" : "normal");
    const whole = this.#inked === null ? box : around(this.#inked.box, box);
    const context = layer.within(place.placement, pageHeight(place.size), whole);
    paintMoving(context, ahead.length === 0 ? points : [...points, ...ahead], look, this.#inks);
    this.#inked = { box, place };
  }

  clear(): void {
    if (this.#inked === null) return;
    this.#layer?.clear();
    this.#inked = null;
  }

  remove(): void {
    this.#layer?.remove();
  }

  #fit(stage: Stage): Layer {
    // Desynchronized: where the system can, ink goes to the glass without the page's queue.
    this.#layer ??= new Layer(this.#host, "nib", { desynchronized: true });
    const was = this.#stage;
    const isSame =
      was?.width === stage.width && was.height === stage.height && was.ratio === stage.ratio;
    if (!isSame) {
      this.#layer.resize(stage);
      this.#inked = null;
    }
    this.#stage = stage;
    return this.#layer;
  }
}

function placeOf({ points, ahead, look }: Drawing): Box | null {
  let box: Box | null = null;
  for (const part of [points, ahead]) {
    for (const { x, y } of part) box = around(box, { left: x, top: y, right: x, bottom: y });
  }
  if (box === null) return null;
  // A line that is pressed hard is thicker than its width.
  const air = 2 * look.width;
  const { left, top, right, bottom } = box;
  return { left: left - air, top: top - air, right: right + air, bottom: bottom + air };
}
