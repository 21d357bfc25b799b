// Which page lies ready, and when what is fetched: with pages that are there when the test says so.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pageAt } from "../meeting/packet.ts";
import type { Wanted } from "../pages/full_images.ts";
import type { Pages } from "../pages/pages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { ARoom } from "../testing/a_room.ts";
import { Ahead } from "./ahead.ts";
import { Looking } from "./looking.ts";

const A4 = [595, 842] as const;
const STAGE = { width: 800, height: 600, ratio: 1 };

let it: ARoom;
let here: Set<string>;
let wanted: string[][];
let ready: (string | null)[];
let looking: Looking;
let ahead: Ahead;

beforeEach(async () => {
  vi.useFakeTimers();
  it = await ARoom.open();
  it.enter("member");
  [here, wanted, ready] = [new Set(), [], []];
  const pages: Pick<Pages, "look" | "source" | "want"> = {
    look: (page) =>
      here.has(pageKey(page))
        ? { kind: "ready", image: { width: 100 } as ImageBitmap }
        : { kind: "loading" },
    source: () => undefined,
    want: (pages: readonly Wanted[]) => wanted.push(pages.map(({ page }) => pageKey(page))),
  };
  looking = new Looking(
    () => A4,
    () => undefined,
  );
  looking.measure(STAGE);
  ahead = new Ahead({
    room: it.room,
    pages: pages as Pages,
    isBeside: false,
    looking,
    prepare: (page) => ready.push(page?.key ?? null),
  });
});

afterEach(() => {
  ahead.close();
  vi.useRealTimers();
});

/** The reader is at the page with this number, of six: d1 has three, d2 two, d3 one. */
function at(number: number): void {
  ahead.want(pageAt(it.room.packet.value, number));
}

/** The page that lies ready a moment later. */
function readyNow(): string | null | undefined {
  vi.runAllTimers();
  return ready.at(-1);
}

const all = () => {
  here = new Set(it.room.packet.value.map(({ page }) => pageKey(page)));
};

test("what is waited for is fetched at once, what may come only after the frame", () => {
  at(2);
  expect(wanted.at(-1)?.[0]).toBe("d1.1.2");
  all();
  wanted = [];
  at(3);
  expect(wanted).toEqual([]);
  vi.runAllTimers();
  expect(wanted.at(-1)?.slice(0, 2)).toEqual(["d1.1.3", "d2.1.1"]);
});

test("the next page lies ready, for who goes back the one before, at an end the only one", () => {
  all();
  const leafed = [2, 3, 2, 1, 2, 6, 5].map((number) => {
    at(number);
    return readyNow();
  });
  expect(leafed).toEqual(["d1.1.3", "d2.1.1", "d1.1.1", "d1.1.2", "d1.1.3", "d2.1.2", "d2.1.1"]);
});

test("until its picture has come nothing is changed", () => {
  at(2);
  expect(readyNow()).toBeUndefined();
  here.add("d1.1.3");
  ahead.soon();
  expect(readyNow()).toBe("d1.1.3");
});

test("none lies ready for a reader who looks closely, without a page, or who may see none", () => {
  all();
  at(2);
  expect(readyNow()).toBe("d1.1.3");
  const { page } = pageAt(it.room.packet.value, 2) ?? {};
  if (page === undefined) throw new Error("no page");
  looking.place(page, A4);
  looking.by(2);
  ahead.soon();
  expect(readyNow()).toBeNull();
  looking.whole();
  ahead.soon();
  expect(readyNow()).toBe("d1.1.3");
  it.enter("member", { phase: "preparing", published: null });
  ahead.soon();
  expect(readyNow()).toBeNull();
  ahead.want(null);
  expect(wanted.at(-1)).toEqual([]);
  expect(readyNow()).toBeNull();
});
