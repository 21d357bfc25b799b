import { PAGE_WIDTH, pageHeight } from "../ink/geometry.ts";
import type { PageSize } from "../protocol/messages.ts";

/** The reader's own look at the page: how near, and how far it was moved, in CSS pixels. */
export interface View {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** The sheet's element, in CSS pixels. */
export interface Stage {
  readonly width: number;
  readonly height: number;
}

/** Where the page lies on the stage: CSS pixels a unit of ink, and its top left corner. */
export interface Placement {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

export const WHOLE_PAGE: View = { zoom: 1, x: 0, y: 0 };

/** Beyond this a page of 1,600 px shows its pixels rather than more detail. */
export const NEAREST = 5;

/** Air around the page, in CSS pixels. */
const MARGIN = 8;

/** Where a page of this size lies. */
export function placeOn(stage: Stage, size: PageSize, view: View): Placement {
  const scale = wholePageScale(stage, size) * view.zoom;
  const { x, y } = bounded(stage, size, view);
  return {
    scale,
    left: (stage.width - PAGE_WIDTH * scale) / 2 + x,
    top: (stage.height - pageHeight(size) * scale) / 2 + y,
  };
}

/** The view with the page pulled back so that no edge leaves more air than it needs. */
export function bounded(stage: Stage, size: PageSize, view: View): View {
  const scale = wholePageScale(stage, size) * view.zoom;
  const freeX = Math.max(0, (PAGE_WIDTH * scale - stage.width) / 2 + MARGIN);
  const freeY = Math.max(0, (pageHeight(size) * scale - stage.height) / 2 + MARGIN);
  const isWhole = view.zoom <= 1;
  return {
    zoom: view.zoom,
    x: isWhole ? 0 : Math.min(freeX, Math.max(-freeX, view.x)),
    y: isWhole ? 0 : Math.min(freeY, Math.max(-freeY, view.y)),
  };
}

/** The view moved by a drag. */
export function moved(stage: Stage, size: PageSize, view: View, dx: number, dy: number): View {
  return bounded(stage, size, { ...view, x: view.x + dx, y: view.y + dy });
}

/** The view nearer or farther by a factor; what lies under `at` stays under it. */
export function zoomed(
  stage: Stage,
  size: PageSize,
  view: View,
  factor: number,
  at: { readonly x: number; readonly y: number },
): View {
  const zoom = Math.min(NEAREST, Math.max(1, view.zoom * factor));
  const grown = zoom / view.zoom;
  const fromCentre = { x: at.x - stage.width / 2, y: at.y - stage.height / 2 };
  return bounded(stage, size, {
    zoom,
    x: fromCentre.x - (fromCentre.x - view.x) * grown,
    y: fromCentre.y - (fromCentre.y - view.y) * grown,
  });
}

/** The same nearness on another page, from its top: where reading begins. */
export function atTop(stage: Stage, size: PageSize, view: View): View {
  return bounded(stage, size, { ...view, y: Number.MAX_SAFE_INTEGER });
}

/** A place on the stage as a place on the page, in the units of ink. */
export function onPage(
  placement: Placement,
  at: { x: number; y: number },
): { x: number; y: number } {
  return {
    x: (at.x - placement.left) / placement.scale,
    y: (at.y - placement.top) / placement.scale,
  };
}

/** CSS pixels a unit of ink when the whole page is seen. */
function wholePageScale(stage: Stage, size: PageSize): number {
  const wide = (stage.width - 2 * MARGIN) / PAGE_WIDTH;
  const high = (stage.height - 2 * MARGIN) / pageHeight(size);
  return Math.max(Math.min(wide, high), Number.EPSILON);
}
