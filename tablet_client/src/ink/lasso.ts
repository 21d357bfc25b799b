import type { Stroke } from "../protocol/messages.ts";
import { boxOf } from "./stroke_box.ts";

interface Place {
  readonly x: number;
  readonly y: number;
}

/** How much of a stroke has to lie inside: a loop drawn in haste cuts the ends off. */
const MOSTLY = 0.6;

/** Whether a loop, closed by a straight line, goes around most of a stroke. */
export function encloses(loop: readonly Place[], stroke: Stroke): boolean {
  if (loop.length < 3) return false;
  const marks = pointsOf(stroke);
  const inside = marks.filter((place) => isInside(loop, place)).length;
  return inside >= marks.length * MOSTLY;
}

/** The points of a line; of words and stamps the middle of what is seen. */
function pointsOf(stroke: Stroke): readonly Place[] {
  if (stroke.tool !== "pen" && stroke.tool !== "highlighter") {
    const { left, right, top, bottom } = boxOf(stroke);
    return [{ x: (left + right) / 2, y: (top + bottom) / 2 }];
  }
  const places: Place[] = [];
  for (let at = 0; at + 2 < stroke.points.length; at += 3) {
    places.push({ x: stroke.points[at] ?? 0, y: stroke.points[at + 1] ?? 0 });
  }
  return places;
}

/** By the number of sides that a line to the right crosses. */
function isInside(loop: readonly Place[], { x, y }: Place): boolean {
  let inside = false;
  let before = loop.at(-1);
  for (const place of loop) {
    if (before !== undefined && place.y > y !== before.y > y) {
      const across = before.x + ((y - before.y) * (place.x - before.x)) / (place.y - before.y);
      if (x < across) inside = !inside;
    }
    before = place;
  }
  return inside;
}
