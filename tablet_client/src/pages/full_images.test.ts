import { beforeEach, describe, expect, test, vi } from "vitest";
import type { PageRef } from "../protocol/messages.ts";
import { page } from "../testing/a_meeting.ts";
import type { Fetched } from "./fetch_page.ts";
import { FullImages, type Wanted } from "./full_images.ts";

const PICTURE_BYTES = 100 * 100 * 4;

interface Request {
  readonly number: number;
  readonly signal: AbortSignal;
  answer(fetched: Fetched): void;
}

let requests: Request[];
let waits: (() => void)[];
let closed: number;
let images: FullImages;

beforeEach(() => {
  [requests, waits, closed] = [[], [], 0];
  images = new FullImages(
    {
      fetchPage: (asked: PageRef, _size, signal) =>
        new Promise((resolve, reject) => {
          requests.push({ number: asked.page, signal, answer: resolve });
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
      decode: async () => {
        const close = () => {
          closed += 1;
        };
        return { width: 100, height: 100, close };
      },
      wait: (_milliseconds, signal) =>
        new Promise((resolve, reject) => {
          waits.push(resolve);
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
    },
    2 * PICTURE_BYTES,
  );
});

function want(...numbers: number[]): void {
  images.want(numbers.map((number): Wanted => ({ page: page("d1", number), drawn: true })));
}

function asked(): number[] {
  return requests.map((request) => request.number);
}

async function answer(number: number, fetched: Fetched): Promise<void> {
  const before = images.changes.value;
  requests.findLast((request) => request.number === number)?.answer(fetched);
  await vi.waitFor(() => expect(images.changes.value).toBeGreaterThan(before));
}

const IMAGE: Fetched = { kind: "image", blob: new Blob() };
const kindOf = (number: number) => images.look(page("d1", number)).kind;

test("the page shown is asked for first, three at a time", async () => {
  want(5, 6, 4, 7);
  expect(asked()).toEqual([5, 6, 4]);
  await answer(5, IMAGE);
  expect(asked()).toEqual([5, 6, 4, 7]);
  expect([kindOf(5), kindOf(6)]).toEqual(["ready", "loading"]);
});

test("a page is fetched once", async () => {
  want(5);
  await answer(5, IMAGE);
  want(5);
  expect(asked()).toEqual([5]);
});

test("a page not drawn yet is asked for only when it is shown", () => {
  const undrawn = (number: number) => ({ page: page("d1", number), drawn: false });
  images.want([undrawn(5), undrawn(6)]);
  expect(asked()).toEqual([5]);
});

test("what nobody wants any more is stopped", () => {
  want(1, 2);
  want(2, 3);
  expect(requests.map((request) => request.signal.aborted)).toEqual([true, false, false]);
  expect(asked()).toEqual([1, 2, 3]);
});

test("the budget is kept, and the page shown is not the one to go", async () => {
  want(1);
  await answer(1, IMAGE);
  want(1, 2, 3);
  await answer(2, IMAGE);
  await answer(3, IMAGE);
  expect([kindOf(1), kindOf(3), closed]).toEqual(["ready", "ready", 1]);
});

describe("a page that does not come", () => {
  test("is asked for again while the service is away", async () => {
    want(1);
    await answer(1, { kind: "away" });
    expect(kindOf(1)).toBe("away");
    await vi.waitFor(() => expect(waits).toHaveLength(1));
    waits[0]?.();
    await vi.waitFor(() => expect(asked()).toEqual([1, 1]));
    await answer(1, IMAGE);
    expect(kindOf(1)).toBe("ready");
  });

  test("because it cannot be drawn says why and is not asked for again", async () => {
    want(1);
    await answer(1, { kind: "failed", code: "page_too_large" });
    expect(images.look(page("d1", 1))).toEqual({ kind: "failed", code: "page_too_large" });
    want(1);
    expect(asked()).toEqual([1]);
  });

  test("is asked for again when it was drawn after all", async () => {
    images.want([{ page: page("d1", 1), drawn: false }]);
    await answer(1, { kind: "failed", code: "page_too_slow" });
    want(1);
    expect(asked()).toEqual([1, 1]);
  });
});
