import type { PageSize } from "../protocol/messages.ts";
import { TABLET } from "./budget.ts";
import { levelSize, TABLET_WIDTH, TILE, type TileAt, tileBox, tileLevels } from "./tiling.ts";

/** How a page lies before the reader; everything in pixels of the screen's canvas. */
export interface Seen {
  readonly size: PageSize;
  /** Of the page's own image: what is shown where there are no tiles. */
  readonly imageWidth: number;
  /** Across the whole page as shown. */
  readonly across: number;
  /** The page's top left corner, from the stage's. */
  readonly left: number;
  readonly top: number;
  readonly stageWidth: number;
  readonly stageHeight: number;
}

/** The tiles that make a page sharp as it lies there. */
export interface CloserLook {
  readonly level: number;
  /** In sight, the middle of the stage first. */
  readonly visible: readonly TileAt[];
  /** In sight, then one ring around it, as far as there is memory for them. */
  readonly wanted: readonly TileAt[];
}

/**
 * An image stands in for one this much wider: an iPad held upright shows a page 1,640 px
 * wide, and 24 tiles a page turned would buy nothing the eye can see.
 */
const ENOUGH = 1.1;

/**
 * What to fetch for a closer look; null while the page's own image is as sharp as the screen.
 *
 * Never more tiles than can be held at once in `tileBytes`.
 */
export function closerLook(seen: Seen, tileBytes = TABLET.tileBytes): CloserLook | null {
  const mostTiles = Math.floor(tileBytes / (TILE * TILE * 4));
  const { size, across, imageWidth } = seen;
  if (across <= imageWidth * ENOUGH) return null;
  const finer = tileLevels(size).filter((level) => TABLET_WIDTH * level > imageWidth * ENOUGH);
  const sharp = finer.findIndex((level) => TABLET_WIDTH * level * ENOUGH >= across);
  const candidates = sharp < 0 ? finer : finer.slice(0, sharp + 1);
  // A level whose tiles in sight cannot all be held would push itself out of memory.
  const level = candidates.findLast((each) => tilesInSight(seen, each) <= mostTiles);
  const chosen = level ?? candidates[0];
  if (chosen === undefined) return null;
  const [first, last] = gridInSight(seen, chosen);
  const visible = tilesBetween(seen, chosen, first, last);
  const [before, after] = [
    { column: first.column - 1, row: first.row - 1 },
    { column: last.column + 1, row: last.row + 1 },
  ];
  const ring = tilesBetween(seen, chosen, before, after).filter(
    ({ column, row }) =>
      column < first.column || column > last.column || row < first.row || row > last.row,
  );
  return { level: chosen, visible, wanted: [...visible, ...ring].slice(0, mostTiles) };
}

interface Cell {
  readonly column: number;
  readonly row: number;
}

/** Screen pixels of a tile's side at a level. */
function tileSide(seen: Seen, level: number): number {
  return (TILE * seen.across) / (TABLET_WIDTH * level);
}

function pageDown({ across, size }: Seen): number {
  return (across * size[1]) / size[0];
}

/** How many tiles are in sight wherever the page is moved: a part of one at each end. */
function tilesInSight(seen: Seen, level: number): number {
  const side = tileSide(seen, level);
  const count = (whole: number, stage: number) =>
    Math.min(Math.ceil(whole / side), stage / side + 1);
  return count(seen.across, seen.stageWidth) * count(pageDown(seen), seen.stageHeight);
}

/** The first and the last cell in sight; the last lies before the first when none is. */
function gridInSight(seen: Seen, level: number): readonly [Cell, Cell] {
  const side = tileSide(seen, level);
  const [across, down] = levelSize(seen.size, level);
  const [columns, rows] = [Math.ceil(across / TILE), Math.ceil(down / TILE)];
  const first = {
    column: Math.max(0, Math.floor(-seen.left / side)),
    row: Math.max(0, Math.floor(-seen.top / side)),
  };
  const last = {
    column: Math.min(columns, Math.ceil((seen.stageWidth - seen.left) / side)) - 1,
    row: Math.min(rows, Math.ceil((seen.stageHeight - seen.top) / side)) - 1,
  };
  return [first, last];
}

/** The tiles there are between two cells, those nearest the middle of the stage first. */
function tilesBetween(seen: Seen, level: number, first: Cell, last: Cell): readonly TileAt[] {
  const side = tileSide(seen, level);
  const fromMiddle = ({ column, row }: Cell) =>
    Math.hypot(
      seen.left + (column + 0.5) * side - seen.stageWidth / 2,
      seen.top + (row + 0.5) * side - seen.stageHeight / 2,
    );
  const tiles: TileAt[] = [];
  for (let row = first.row; row <= last.row; row += 1) {
    for (let column = first.column; column <= last.column; column += 1) {
      if (tileBox(seen.size, { level, column, row }) !== null) tiles.push({ level, column, row });
    }
  }
  return tiles.sort((one, other) => fromMiddle(one) - fromMiddle(other));
}
