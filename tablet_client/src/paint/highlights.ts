import { PAGE_WIDTH } from "../ink/geometry.ts";
import type { Box } from "../ink/stroke_box.ts";
import type { PageRef } from "../protocol/messages.ts";

export type { Box };

/** What is marked on one page. */
export interface Highlights {
  readonly page: PageRef;
  readonly boxes: readonly Box[];
}

/** Air around what is marked, so that a letter's edge is not cut: 0.1 % of the page's width. */
const AIR = PAGE_WIDTH / 1_000;

/** Lays the colour on the paper; text under it stays as dark as it was. */
export function paintHighlights(
  context: CanvasRenderingContext2D,
  boxes: readonly Box[],
  colour: string,
): void {
  context.globalCompositeOperation = "multiply";
  context.fillStyle = colour;
  for (const { left, top, right, bottom } of boxes) {
    context.fillRect(left - AIR, top - AIR, right - left + 2 * AIR, bottom - top + 2 * AIR);
  }
}
