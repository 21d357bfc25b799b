import { PAGE_WIDTH } from "../ink/geometry.ts";
import type { CloserLook } from "../pages/closer_look.ts";
import type { HeldTile } from "../pages/tiles.ts";
import { TABLET_WIDTH, type TileAt, tileBox } from "../pages/tiling.ts";
import type { PageSize } from "../protocol/messages.ts";
import type { Placement, Stage } from "./view.ts";

/** The tiles of one frame. */
export interface TilePicture {
  /** In the order they are painted. */
  readonly tiles: readonly HeldTile[];
  /** Whether they leave nothing of the page's own image to be seen. */
  readonly covers: boolean;
}

export const NO_TILES: TilePicture = { tiles: [], covers: false };

/** What to paint of the tiles that are here: the others stand in until the level looked at is whole. */
export function picture(held: readonly HeldTile[], look: CloserLook | null): TilePicture {
  if (look === null) return NO_TILES;
  const sharp = held.filter((tile) => tile.level === look.level);
  const visible = sharp.filter((tile) => look.visible.some((each) => isSame(each, tile)));
  if (visible.length === look.visible.length) return { tiles: visible, covers: true };
  const others = held.filter((tile) => tile.level !== look.level);
  return {
    tiles: [...others.toSorted((one, other) => one.level - other.level), ...visible],
    covers: false,
  };
}

export function isSamePicture(one: TilePicture, other: TilePicture): boolean {
  return (
    one.covers === other.covers &&
    one.tiles.length === other.tiles.length &&
    one.tiles.every((tile, index) => tile.image === other.tiles[index]?.image)
  );
}

/**
 * Paints tiles where they belong; the context is clipped to the page.
 *
 * Every edge lies on a whole pixel of the canvas, the same for both its neighbours: between
 * two edges that each cover half a pixel the paper would shine through as a thin line.
 */
export function paintTiles(
  context: CanvasRenderingContext2D,
  tiles: readonly HeldTile[],
  size: PageSize,
  { scale, left, top }: Placement,
  { ratio }: Stage,
): void {
  const wide = PAGE_WIDTH * scale;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.imageSmoothingQuality = "high";
  for (const tile of tiles) {
    const box = tileBox(size, tile);
    if (box === null) continue;
    const unit = wide / (TABLET_WIDTH * tile.level);
    const x = (pixels: number) => Math.round((left + pixels * unit) * ratio);
    const y = (pixels: number) => Math.round((top + pixels * unit) * ratio);
    const [x0, y0] = [x(box.left), y(box.top)];
    const [x1, y1] = [x(box.left + box.width), y(box.top + box.height)];
    context.drawImage(tile.image, x0, y0, x1 - x0, y1 - y0);
  }
  context.restore();
}

function isSame(one: TileAt, other: TileAt): boolean {
  return one.level === other.level && one.column === other.column && one.row === other.row;
}
