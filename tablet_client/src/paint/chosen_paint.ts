import type { Box } from "../ink/stroke_box.ts";
import type { SheetMark } from "../meeting/room.ts";
import { type Brush, paintMark } from "./mark_paint.ts";
import type { Placement } from "./view.ts";

/** What the lasso holds, or goes around. */
export interface Chosen {
  /** The loop while it is drawn. */
  readonly path: readonly { readonly x: number; readonly y: number }[];
  readonly box: Box | null;
  /** Marks on their way with the hand; empty while nothing is moved. */
  readonly carried: readonly SheetMark[];
  readonly by: { readonly x: number; readonly y: number };
}

/** Marks painted on their way: more would not keep up with the hand, the frame around them does. */
const MOST_CARRIED = 400;

/** Air between the frame and the marks, its line and its dashes, in CSS pixels. */
const AIR = 6;
const LINE = 2;
const DASHES = [7, 5];

/** Paints the loop, the frame around what it chose, and the marks while they are moved. */
export function paintChosen(
  context: CanvasRenderingContext2D,
  { path, box, carried, by }: Chosen,
  brush: Brush,
  { scale }: Placement,
): void {
  context.save();
  context.translate(by.x, by.y);
  for (const mark of carried.slice(0, MOST_CARRIED)) paintMark(context, mark, brush);
  const dashes = DASHES.map((dash) => dash / scale);
  context.lineJoin = context.lineCap = "round";
  const line = () => {
    // White below the dashes: the frame is found on dark pictures too.
    context.setLineDash([]);
    context.lineWidth = (2 * LINE) / scale;
    context.strokeStyle = "rgb(255 255 255 / 80%)";
    context.stroke();
    context.setLineDash(dashes);
    context.lineWidth = LINE / scale;
    context.strokeStyle = brush.inks.blue;
    context.stroke();
  };
  if (box !== null) {
    const air = AIR / scale;
    const { left, top, right, bottom } = box;
    context.beginPath();
    context.rect(left - air, top - air, right - left + 2 * air, bottom - top + 2 * air);
    line();
  }
  if (path.length > 1) {
    context.beginPath();
    for (const { x, y } of path) context.lineTo(x, y);
    line();
  }
  context.restore();
}
