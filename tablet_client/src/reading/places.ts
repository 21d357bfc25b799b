import type { Box } from "./answers.ts";

/** Between words of one hit there is a space: at most this, in heights of the line. */
const SPACE = 0.8;

/**
 * The boxes of a page's hits, hit by hit: a hit over several words has a box for each.
 *
 * `hits` is how many there are, as the search told; boxes beyond that belong to the hit
 * before them when they go on in its line.
 */
export function placesOf(boxes: readonly Box[], hits: number): readonly (readonly Box[])[] {
  const spare = boxes.length - hits;
  if (spare <= 0) return boxes.map((box) => [box]);
  const each = boxes.length / Math.max(1, hits);
  if (Number.isInteger(each)) {
    return Array.from({ length: hits }, (_, at) => boxes.slice(at * each, (at + 1) * each));
  }
  const places: Box[][] = [];
  let joined = 0;
  for (const box of boxes) {
    const last = places.at(-1)?.at(-1);
    if (last !== undefined && joined < spare && goesOn(last, box)) {
      places.at(-1)?.push(box);
      joined += 1;
    } else places.push([box]);
  }
  return places;
}

function goesOn(before: Box, box: Box): boolean {
  const high = before[3] - before[1];
  const isSameLine = box[1] < before[3] && box[3] > before[1];
  const gap = box[0] - before[2];
  return isSameLine && gap >= -high * SPACE && gap <= high * SPACE;
}
