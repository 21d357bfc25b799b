import { around, type Box, boxOf } from "../ink/stroke_box.ts";
import type { SheetMark } from "../meeting/room.ts";

/** What became of the marks painted: nothing, some more on top, or another picture in one place. */
export type Change =
  | { readonly kind: "none" }
  | { readonly kind: "more"; readonly from: number }
  | { readonly kind: "place"; readonly box: Box };

/**
 * What has to be painted so that `painted` becomes `wanted`.
 *
 * Strokes never change, so identity is enough; those before the first difference and after
 * the last are as they were.
 */
export function changeOf(painted: readonly SheetMark[], wanted: readonly SheetMark[]): Change {
  if (painted === wanted) return { kind: "none" };
  const shorter = Math.min(painted.length, wanted.length);
  let head = 0;
  while (head < shorter && painted[head]?.stroke === wanted[head]?.stroke) head += 1;
  if (head === painted.length) {
    return head === wanted.length ? { kind: "none" } : { kind: "more", from: head };
  }
  let tail = 0;
  while (
    tail < shorter - head &&
    painted[painted.length - 1 - tail]?.stroke === wanted[wanted.length - 1 - tail]?.stroke
  ) {
    tail += 1;
  }
  let box: Box | null = null;
  for (const marks of [painted, wanted]) {
    for (const mark of marks.slice(head, marks.length - tail))
      box = around(box, boxOf(mark.stroke));
  }
  return box === null ? { kind: "none" } : { kind: "place", box };
}
