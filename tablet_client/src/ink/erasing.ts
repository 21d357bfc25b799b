import type { Stroke } from "../protocol/messages.ts";
import { type InkPoint, squaredDistance, unpack } from "./geometry.ts";
import { type Box, boxOf, overlap } from "./stroke_box.ts";

/** The eraser's radius: a fingertip's worth on a tablet, 0.8 % of the page's width. */
export const ERASER = 80;

/**
 * Whether the eraser, moved straight from one place to another, touches the stroke.
 *
 * Checked at the ends of the eraser's path and where the stroke's points come near it, so a
 * fast sweep across a thin line is not missed.
 */
export function touches(
  stroke: Stroke,
  from: { x: number; y: number },
  to: { x: number; y: number },
): boolean {
  // Most strokes of a page are nowhere near, and a page may have thousands.
  if (!overlap(boxOf(stroke), swept(from, to))) return false;
  // Words and stamps are taken wherever they are seen.
  if (stroke.tool === "note" || stroke.tool === "stamp") return true;
  const reach = (ERASER + stroke.width / 2) ** 2;
  const points = unpack(stroke.points);
  return points.some((point, index) => {
    const next = points[index + 1] ?? point;
    return (
      squaredDistance(point, from, to) <= reach ||
      squaredDistance(from, point, next) <= reach ||
      squaredDistance(to, point, next) <= reach ||
      cross(point, next, from, to)
    );
  });
}

/** Where the eraser passes; a stroke's box has the stroke's own width already. */
function swept(from: Place, to: Place): Box {
  return {
    left: Math.min(from.x, to.x) - ERASER,
    top: Math.min(from.y, to.y) - ERASER,
    right: Math.max(from.x, to.x) + ERASER,
    bottom: Math.max(from.y, to.y) + ERASER,
  };
}

type Place = Pick<InkPoint, "x" | "y">;

/** Whether the line from `a` to `b` crosses the one from `c` to `d`. */
function cross(a: Place, b: Place, c: Place, d: Place): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** On which side of the line through `a` and `b` a point lies: the sign tells. */
function side(a: Place, b: Place, point: Place): number {
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}
