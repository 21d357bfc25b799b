import { beforeEach, expect, test, vi } from "vitest";
import { page } from "../testing/a_meeting.ts";
import { type TileShelf, TileShelves } from "./tile_shelves.ts";
import type { TileAt } from "./tiling.ts";

const TILE_BYTES = 800 * 800 * 4;

let asked: string[];
let closed: number;
let shelves: TileShelves;

beforeEach(() => {
  [asked, closed] = [[], 0];
  const close = () => {
    closed += 1;
  };
  shelves = new TileShelves(
    {
      fetchTile: async (of, { column }) => {
        asked.push(`${of.page}: ${column}`);
        return { kind: "image", blob: new Blob() };
      },
      decode: async () => ({ width: 800, height: 800, close }),
      wait: () => new Promise(() => undefined),
    },
    4 * TILE_BYTES,
  );
});

const row = (columns: readonly number[]): TileAt[] =>
  columns.map((column) => ({ level: 2, column, row: 0 }));

async function fill(shelf: TileShelf, number: number, columns: readonly number[]): Promise<void> {
  shelf.want(page("d1", number), row(columns));
  await vi.waitFor(() => expect(shelf.held(page("d1", number))).toHaveLength(columns.length));
}

test("one sheet has everything", () => {
  expect(shelves.open().bytes).toBe(4 * TILE_BYTES);
});

test("two sheets show two pages, each within half, and whoever stays has all again", async () => {
  const own = shelves.open();
  await fill(own, 1, [0, 1, 2, 3]);
  const beside = shelves.open();
  expect([own.bytes, beside.bytes]).toEqual([2 * TILE_BYTES, 2 * TILE_BYTES]);
  expect([own.held(page("d1", 1)).length, closed]).toEqual([2, 2]);
  await fill(beside, 7, [0, 1]);
  expect(own.held(page("d1", 1))).toHaveLength(2);
  beside.close();
  expect([own.bytes, closed]).toEqual([4 * TILE_BYTES, 4]);
  await fill(own, 1, [0, 1, 2, 3]);
});

test("whoever paints hears of a tile on any shelf", async () => {
  const [own, beside] = [shelves.open(), shelves.open()];
  await fill(own, 1, [0]);
  await fill(beside, 2, [0]);
  expect(shelves.changes.value).toBe(2);
});

test("a packet taken back leaves no shelf anything, and they fill again when asked", async () => {
  const [own, beside] = [shelves.open(), shelves.open()];
  await fill(own, 1, [0]);
  await fill(beside, 2, [0]);
  shelves.forget();
  expect([own.held(page("d1", 1)), beside.held(page("d1", 2)), closed]).toEqual([[], [], 2]);
  await fill(own, 1, [0]);
  expect(asked).toEqual(["1: 0", "2: 0", "1: 0"]);
});
