import { PAGE_WIDTH, pageHeight } from "../ink/geometry.ts";
import { TABLET_WIDTH, tileLevels } from "../pages/tiling.ts";
import type { PageSize } from "../protocol/messages.ts";

/** The reader's own look at the page: how near, and how far it was moved, in CSS pixels. */
export interface View {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** The sheet's element, in CSS pixels, and the canvas's pixels to each of them. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** Where the page lies on the stage: CSS pixels a unit of ink, and its top left corner. */
export interface Placement {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

export function sameStage(one: Stage, other: Stage): boolean {
  return one.width === other.width && one.height === other.height && one.ratio === other.ratio;
}

export function samePlacement(one: Placement, other: Placement): boolean {
  return one.scale === other.scale && one.left === other.left && one.top === other.top;
}

export const WHOLE_PAGE: View = { zoom: 1, x: 0, y: 0 };

/** How near every page may come at least: a place four times the size of the whole. */
const ALWAYS = 4;

/** CSS pixels a PDF point at which the smallest print of a plan, 6 to 8 pt, is read at ease. */
const READING = 2;

/** How near a place comes that is tapped twice, unless the page needs more to fill the stage. */
const TAPPED = 2.5;

/** Farther than this on the way back is the whole page: steps do not end on 1 by themselves. */
const ALMOST_WHOLE = 1.01;

/** Air around the page, in CSS pixels. */
export const MARGIN = 8;

/** Where a page of this size lies. */
export function placeOn(stage: Stage, size: PageSize, view: View): Placement {
  const { zoom, x, y } = bounded(stage, size, view);
  const scale = wholePageScale(stage, size) * zoom;
  return {
    scale,
    left: (stage.width - PAGE_WIDTH * scale) / 2 + x,
    top: (stage.height - pageHeight(size) * scale) / 2 + y,
  };
}

/**
 * How near a page may come: until the finest drawing of it shows its pixels.
 *
 * A plan whose print is still small then may come nearer, to two CSS pixels a point, but never
 * beyond one CSS pixel a pixel of its finest drawing: there is nothing more to see.
 */
export function nearest(stage: Stage, size: PageSize): number {
  const finest = TABLET_WIDTH * (tileLevels(size).at(-1) ?? 1);
  const wide = Math.max(finest / stage.ratio, Math.min(READING * size[0], finest));
  return Math.max(ALWAYS, wide / (PAGE_WIDTH * wholePageScale(stage, size)));
}

/** How near a place comes that is tapped twice: the page then fills the stage. */
export function tapped(stage: Stage, size: PageSize): number {
  const scale = wholePageScale(stage, size);
  const fills = Math.max(
    stage.width / (PAGE_WIDTH * scale),
    stage.height / (pageHeight(size) * scale),
  );
  return Math.min(nearest(stage, size), Math.max(TAPPED, fills));
}

/** The view no nearer than it may be, and no edge of the page leaving more air than it needs. */
export function bounded(stage: Stage, size: PageSize, view: View): View {
  const zoom = Math.min(nearest(stage, size), Math.max(1, view.zoom));
  const scale = wholePageScale(stage, size) * zoom;
  const freeX = Math.max(0, (PAGE_WIDTH * scale - stage.width) / 2 + MARGIN);
  const freeY = Math.max(0, (pageHeight(size) * scale - stage.height) / 2 + MARGIN);
  const isWhole = zoom <= 1;
  return {
    zoom,
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
  const wanted = view.zoom * factor;
  const isWhole = wanted <= 1 || (factor < 1 && wanted < ALMOST_WHOLE);
  const zoom = isWhole ? 1 : Math.min(nearest(stage, size), wanted);
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
export function wholePageScale(stage: Stage, size: PageSize): number {
  const wide = (stage.width - 2 * MARGIN) / PAGE_WIDTH;
  const high = (stage.height - 2 * MARGIN) / pageHeight(size);
  return Math.max(Math.min(wide, high), Number.EPSILON);
}
