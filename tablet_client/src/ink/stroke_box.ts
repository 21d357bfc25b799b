import type { Stroke } from "../protocol/messages.ts";
import { layoutOf } from "./note_layout.ts";

/** A place on a page in the units of ink, from its top left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Finished strokes never change, so neither do their places. */
const boxes = new WeakMap<Stroke, Box>();

/** Where a finished stroke's ink lies, its thickness included. */
export function boxOf(stroke: Stroke): Box {
  let box = boxes.get(stroke);
  if (box === undefined) {
    box = measured(stroke);
    boxes.set(stroke, box);
  }
  return box;
}

/** Whether two places have anything in common. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.left <= other.right &&
    other.left <= one.right &&
    one.top <= other.bottom &&
    other.top <= one.bottom
  );
}

/** The smallest place that holds both; the one that is given when the other is null. */
export function around(one: Box | null, other: Box): Box {
  if (one === null) return other;
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** A stamp's place in parts of its breadth from its middle: below the seal stands a name. */
const SEAL = { beside: 0.8, above: 0.55, below: 0.95 };

function measured(stroke: Stroke): Box {
  const { points, width, tool } = stroke;
  if (tool === "note" || tool === "stamp") {
    const [x, y] = [points[0] ?? 0, points[1] ?? 0];
    if (tool === "note") {
      const layout = layoutOf(stroke);
      return { left: x, top: y, right: x + layout.width, bottom: y + layout.height };
    }
    const beside = SEAL.beside * width;
    const [top, bottom] = [y - SEAL.above * width, y + SEAL.below * width];
    return { left: x - beside, top, right: x + beside, bottom };
  }
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at + 2 < points.length; at += 3) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  // Half the width would do, were a line pressed hard not thicker than its width.
  return { left: left - width, top: top - width, right: right + width, bottom: bottom + width };
}
