import { getStroke } from "perfect-freehand";
import type { Tool } from "../protocol/messages.ts";
import type { InkPoint } from "./geometry.ts";

/**
 * Widths in 1/10,000 of the page's width: on A4, a 0.8 mm pen and a 5 mm highlighter, so
 * that a word written at the lectern can be read on the wall. Of words it is their size, of a
 * stamp its breadth; what belongs to the whole page has none to speak of.
 */
export const WIDTHS: Readonly<Record<Tool, number>> = {
  pen: 38,
  highlighter: 240,
  note: 200,
  stamp: 900,
  speech: 1,
  bookmark: 1,
};

/** How thick a line is drawn: beside the usual one, a finer and a bolder. */
export type Weight = "thin" | "medium" | "thick";

/** By how much the usual width is made finer or bolder. */
const WEIGHTS: Readonly<Record<Weight, number>> = { thin: 0.6, medium: 1, thick: 2 };

/** The width of a line in whole units of ink. */
export function widthOf(tool: Tool, weight: Weight): number {
  return Math.round(WIDTHS[tool] * WEIGHTS[weight]);
}

/** How thick the outline of a pen may be drawn beyond its width, where it is pressed hard. */
const PRESSED = 1.4;

/** What fills a stroke: a closed outline, as x and y in turn, in the units of ink. */
export type Outline = readonly number[];

/**
 * The outline of a stroke.
 *
 * `finished` false: the hand is still moving, so the end is not rounded off yet. A hand
 * whose pressure never changes (mouse, finger) gets its thickness from its speed.
 */
export function outlineOf(
  points: readonly InkPoint[],
  look: { readonly tool: Tool; readonly width: number; readonly finished: boolean },
): Outline {
  const isPen = look.tool === "pen";
  const pressed = points.some((point) => point.pressure !== points[0]?.pressure);
  const outline = getStroke(
    points.map(({ x, y, pressure }) => [x, y, pressure / 255]),
    {
      size: isPen ? look.width * PRESSED : look.width,
      thinning: isPen ? 0.35 : 0,
      smoothing: 0.5,
      streamline: 0.35,
      simulatePressure: isPen && !pressed,
      last: look.finished,
    },
  );
  return outline.flat();
}
