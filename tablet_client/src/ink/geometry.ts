import type { PageSize, Points } from "../protocol/messages.ts";

/** A page's width in the units of ink; heights follow from the page's shape. */
export const PAGE_WIDTH = 10_000;

/** A point of ink: place in 1/10,000 of the page's width, pressure from 0 to 255. */
export interface InkPoint {
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
}

/** The page's height in the units of ink. */
export function pageHeight([width, height]: PageSize): number {
  return (PAGE_WIDTH * height) / width;
}

/** The points of a stroke, three numbers each, one after the other. */
export function pack(points: readonly InkPoint[]): Points {
  return points.flatMap(({ x, y, pressure }) => [x, y, pressure]);
}

/** The stroke's points back from their numbers; an incomplete last one is left out. */
export function unpack(points: Points): readonly InkPoint[] {
  const unpacked: InkPoint[] = [];
  for (let at = 0; at + 2 < points.length; at += 3) {
    unpacked.push({ x: points[at] ?? 0, y: points[at + 1] ?? 0, pressure: points[at + 2] ?? 0 });
  }
  return unpacked;
}

/** The square of the distance from a point to the line between two others. */
export function squaredDistance(
  point: { x: number; y: number },
  from: { x: number; y: number },
  to: { x: number; y: number },
): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return (point.x - from.x - t * dx) ** 2 + (point.y - from.y - t * dy) ** 2;
}
