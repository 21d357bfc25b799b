import { PAGE_WIDTH, pageHeight } from "../ink/geometry.ts";
import type { PageSize, Region } from "../protocol/messages.ts";
import { bounded, MARGIN, type Placement, type Stage, type View, wholePageScale } from "./view.ts";

/** The view in which a part of the page is as large as the stage lets it be. */
export function viewOfRegion(stage: Stage, size: PageSize, region: Region): View {
  const scale = Math.min(
    (stage.width - 2 * MARGIN) / region.width,
    (stage.height - 2 * MARGIN) / region.height,
  );
  const whole = wholePageScale(stage, size);
  const { zoom } = bounded(stage, size, { zoom: scale / whole, x: 0, y: 0 });
  const [x, y] = [region.x + region.width / 2, region.y + region.height / 2];
  return bounded(stage, size, {
    zoom,
    x: (PAGE_WIDTH / 2 - x) * whole * zoom,
    y: (pageHeight(size) / 2 - y) * whole * zoom,
  });
}

/** The part of the page that is in sight, in the units of ink; null when none is. */
export function regionInSight(stage: Stage, size: PageSize, placement: Placement): Region | null {
  const { scale, left, top } = placement;
  const clamped = (at: number, most: number) => Math.round(Math.min(most, Math.max(0, at)));
  const [x, y] = [clamped(-left / scale, PAGE_WIDTH), clamped(-top / scale, pageHeight(size))];
  const width = clamped((stage.width - left) / scale, PAGE_WIDTH) - x;
  const height = clamped((stage.height - top) / scale, pageHeight(size)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/**
 * A view on the way from one to another, `part` from 0 to 1.
 *
 * It nears evenly to the eye and about one fixed place, as fingers would do it.
 */
export function viewBetween(from: View, to: View, part: number): View {
  const zoom = from.zoom * (to.zoom / from.zoom) ** part;
  const way = from.zoom === to.zoom ? part : (zoom - from.zoom) / (to.zoom - from.zoom);
  return { zoom, x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way };
}
