import { beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "../testing/a_meeting.ts";
import type { Fetched } from "./fetch_page.ts";
import { Tiles } from "./tiles.ts";
import type { TileAt } from "./tiling.ts";

const TILE_BYTES = 800 * 800 * 4;

interface Request {
  readonly place: string;
  readonly signal: AbortSignal;
  answer(fetched: Fetched): void;
}

let requests: Request[];
let waits: (() => void)[];
let closed: number;
let changes: number;
let decode: () => Promise<ImageBitmap>;
let tiles: Tiles;

beforeEach(() => {
  [requests, waits, closed, changes] = [[], [], 0, 0];
  decode = async () => ({
    width: 800,
    height: 800,
    close: () => {
      closed += 1;
    },
  });
  tiles = new Tiles(
    {
      fetchTile: (asked, { level, column, row }, signal) =>
        new Promise((resolve, reject) => {
          const place = `${asked.page}: ${level}/${column}/${row}`;
          requests.push({ place, signal, answer: resolve });
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
      decode: () => decode(),
      wait: (_milliseconds, signal) =>
        new Promise((resolve, reject) => {
          waits.push(resolve);
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
      changed: () => {
        changes += 1;
      },
    },
    { bytes: 3 * TILE_BYTES, atOnce: 3 },
  );
});

const IMAGE: Fetched = { kind: "image", blob: new Blob() };
const REFUSED: Fetched = { kind: "failed", code: "404" };
const tile = (column: number, level = 4): TileAt => ({ level, column, row: 0 });
const asked = () => requests.map((request) => request.place);
const held = (number = 1) => tiles.held(page("d1", number)).map((each) => each.column);

function want(...columns: number[]): void {
  tiles.want(
    page("d1"),
    columns.map((column) => tile(column)),
  );
}

async function comes(column: number): Promise<void> {
  const before = changes;
  requests.findLast((request) => request.place === `1: 4/${column}/0`)?.answer(IMAGE);
  await vi.waitFor(() => expect(changes).toBeGreaterThan(before));
}

test("tiles are asked for in the order they are wanted, three at a time, each once", async () => {
  want(2, 1, 3, 0);
  expect(asked()).toEqual(["1: 4/2/0", "1: 4/1/0", "1: 4/3/0"]);
  await comes(1);
  await vi.waitFor(() => expect(asked()).toHaveLength(4));
  want(2, 1, 3, 0);
  expect([asked().length, held()]).toEqual([4, [1]]);
});

test("what is out of sight is stopped, and does not come back", async () => {
  want(0, 1);
  want(1, 2);
  expect(requests.map((request) => request.signal.aborted)).toEqual([true, false, false]);
  requests[0]?.answer(IMAGE);
  await comes(1);
  expect(held()).toEqual([1]);
});

test("a tile that is decoded too late is freed at once", async () => {
  const image = await decode();
  let finish: (image: ImageBitmap) => void = () => undefined;
  const decoding = vi.fn(
    () =>
      new Promise<ImageBitmap>((resolve) => {
        finish = resolve;
      }),
  );
  decode = decoding;
  want(0);
  requests[0]?.answer(IMAGE);
  await vi.waitFor(() => expect(decoding).toHaveBeenCalled());
  want(1);
  finish(image);
  await vi.waitFor(() => expect(closed).toBe(1));
  expect(held()).toEqual([]);
});

test("the budget is kept, and what is wanted stays", async () => {
  want(0, 1, 2);
  for (const column of [0, 1, 2]) await comes(column);
  want(1, 2, 3);
  await comes(3);
  expect([held().toSorted(), closed]).toEqual([[1, 2, 3], 1]);
});

test("a smaller share is kept at once, by what is least dear, and asks for less at once", async () => {
  want(0, 1, 2);
  for (const column of [0, 1, 2]) await comes(column);
  want(2, 1, 0);
  tiles.fit({ bytes: 2 * TILE_BYTES, atOnce: 1 });
  expect([held().toSorted(), closed]).toEqual([[1, 2], 1]);
  want(4, 5);
  expect(asked().slice(3)).toEqual(["1: 4/4/0"]);
});

test("coarser tiles stay while the finer ones come", async () => {
  tiles.want(page("d1"), [tile(0, 2)]);
  requests[0]?.answer(IMAGE);
  await vi.waitFor(() => expect(held()).toEqual([0]));
  want(0);
  expect(tiles.held(page("d1")).map((each) => each.level)).toEqual([2]);
});

test("another page frees the tiles and stops what was on its way", async () => {
  want(0, 1);
  await comes(0);
  tiles.want(page("d1", 2), [tile(0)]);
  expect([closed, held(1), held(2)]).toEqual([1, [], []]);
  expect(requests.map((request) => request.signal.aborted)).toEqual([false, true, false]);
  requests[2]?.answer(IMAGE);
  await vi.waitFor(() => expect(held(2)).toEqual([0]));
  expect(held(1)).toEqual([]);
});

describe("a tile that does not come", () => {
  test("because it is refused is left alone until it is looked at again", async () => {
    want(0, 1);
    requests[0]?.answer(REFUSED);
    await comes(1);
    want(0, 1);
    expect(asked()).toHaveLength(2);
    want(1);
    want(0, 1);
    expect(asked()).toEqual(["1: 4/0/0", "1: 4/1/0", "1: 4/0/0"]);
  });

  test("because it is no picture is left alone too", async () => {
    decode = () => Promise.reject(new Error("no picture"));
    want(0, 1, 2, 3);
    requests[0]?.answer(IMAGE);
    await vi.waitFor(() => expect(asked()).toHaveLength(4));
    want(0, 1, 2, 3);
    expect([asked().length, held()]).toEqual([4, []]);
  });

  test("because the service is away is asked for again", async () => {
    want(0);
    requests[0]?.answer({ kind: "away" });
    await vi.waitFor(() => expect(waits).toHaveLength(1));
    waits[0]?.();
    await vi.waitFor(() => expect(asked()).toHaveLength(2));
    await comes(0);
    expect(held()).toEqual([0]);
  });
});

test("leaving frees everything", async () => {
  want(0, 1);
  await comes(0);
  tiles.close();
  expect([closed, held(), requests[1]?.signal.aborted]).toEqual([1, [], true]);
});
