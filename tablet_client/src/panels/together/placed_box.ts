import type { Region } from "../../protocol/messages.ts";
import type { SheetPlacement } from "../sheet_door.ts";

/** Where a part of the page lies on the stage, as a style. */
export function boxOf(region: Region, { scale, left, top }: SheetPlacement) {
  return {
    left: `${left + region.x * scale}px`,
    top: `${top + region.y * scale}px`,
    width: `${region.width * scale}px`,
    height: `${region.height * scale}px`,
  };
}

/** The smallest part worth enlarging, in 1/10,000 of the page's width: what fills a stage 12 times as near. */
const LEAST = 800;

interface At {
  readonly x: number;
  readonly y: number;
}

/** The part of a page between two places on the stage, within the page; null for a mere touch. */
export function regionBetween(one: At, other: At, placement: SheetPlacement): Region | null {
  const { scale, left, top, size } = placement;
  const width = 10_000;
  const height = Math.round((width * size[1]) / size[0]);
  const on = (at: number, from: number, most: number) =>
    Math.round(Math.min(most, Math.max(0, (at - from) / scale)));
  const [x0, x1] = [on(one.x, left, width), on(other.x, left, width)].sort((a, b) => a - b);
  const [y0, y1] = [on(one.y, top, height), on(other.y, top, height)].sort((a, b) => a - b);
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return null;
  const region = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
  return region.width >= LEAST && region.height >= LEAST ? region : null;
}

/** One half of a page. */
export function halfOf({ size }: SheetPlacement, which: "upper" | "lower"): Region {
  const height = Math.ceil((10_000 * size[1]) / size[0] / 2);
  return { x: 0, y: which === "upper" ? 0 : height, width: 10_000, height };
}
