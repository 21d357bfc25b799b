import { type InkPoint, unpack } from "../ink/geometry.ts";
import { type Outline, outlineOf } from "../ink/outline.ts";
import type { Colour, Stroke, Tool } from "../protocol/messages.ts";
import type { Inks } from "./colours.ts";

/** How much of the highlighter's colour lies on the paper. */
const HIGHLIGHT = 0.4;

/** Finished strokes never change, so neither do their paths. */
const paths = new WeakMap<Stroke, Path2D>();

/** Fills a finished stroke; the context's transform is in the units of ink. */
export function paintStroke(context: CanvasRenderingContext2D, stroke: Stroke, inks: Inks): void {
  let path = paths.get(stroke);
  if (path === undefined) {
    const { tool, width } = stroke;
    path = pathOf(outlineOf(unpack(stroke.points), { tool, width, finished: true }));
    paths.set(stroke, path);
  }
  fill(context, path, stroke, inks);
}

/** Fills a stroke that is still being drawn. */
export function paintMoving(
  context: CanvasRenderingContext2D,
  points: readonly InkPoint[],
  look: { readonly tool: Tool; readonly colour: Colour; readonly width: number },
  inks: Inks,
): void {
  const { tool, width } = look;
  fill(context, pathOf(outlineOf(points, { tool, width, finished: false })), look, inks);
}

function fill(
  context: CanvasRenderingContext2D,
  path: Path2D,
  look: { readonly tool: Tool; readonly colour: Colour },
  inks: Inks,
): void {
  const before = context.globalAlpha;
  if (look.tool === "highlighter") context.globalAlpha = before * HIGHLIGHT;
  context.fillStyle = inks[look.colour];
  context.fill(path);
  context.globalAlpha = before;
}

/** Smooth curves through the middles of the outline's sides. */
function pathOf(outline: Outline): Path2D {
  const path = new Path2D();
  const count = outline.length / 2;
  const at = (index: number): [number, number] => {
    const place = 2 * (index % count);
    return [outline[place] ?? 0, outline[place + 1] ?? 0];
  };
  for (let index = 0; index < count; index += 1) {
    const [x, y] = at(index);
    const [nextX, nextY] = at(index + 1);
    if (index === 0) path.moveTo(x, y);
    path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  path.closePath();
  return path;
}
