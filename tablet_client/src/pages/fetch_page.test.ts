import { afterEach, expect, test, vi } from "vitest";
import { page } from "../testing/a_meeting.ts";
import { fetchFrom, fetchTilesFrom } from "./fetch_page.ts";

const SOURCE = { origin: "http://hall", token: "t", meetingId: "m1" };
const TILE = { level: 4, column: 3, row: 5 };
const live = () => new AbortController().signal;

interface Asked {
  readonly asked: string[];
  readonly caches: (RequestCache | undefined)[];
}

function answers(...given: (Response | Error)[]): Asked {
  const [asked, caches]: [string[], (RequestCache | undefined)[]] = [[], []];
  vi.stubGlobal("fetch", async (address: string, init?: RequestInit) => {
    asked.push(address);
    caches.push(init?.cache);
    const next = given.shift();
    if (next instanceof Response) return next;
    throw next;
  });
  return { asked, caches };
}

afterEach(() => vi.unstubAllGlobals());

test("a tile is asked for by its level and place", async () => {
  const { asked } = answers(new Response("picture"));
  const fetched = await fetchTilesFrom(SOURCE)(page("d1", 7), TILE, live());
  expect(asked).toEqual(["http://hall/api/meetings/m1/pages/d1/1/7/tiles/4/3/5"]);
  expect(fetched.kind).toBe("image");
});

test("where pages may not lie in the browser's own cache their tiles may not either", async () => {
  const { caches } = answers(new Response(""), new Response(""), new Response(""));
  const source = {
    ...SOURCE,
    cacheOf: ({ page }: { page: number }): RequestCache => (page === 1 ? "no-store" : "default"),
  };
  await fetchTilesFrom(source)(page("d1", 1), TILE, live());
  await fetchTilesFrom(source)(page("d1", 2), TILE, live());
  await fetchFrom(source)(page("d1", 1), "tablet", live());
  expect(caches).toEqual(["no-store", "default", "no-store"]);
});

test.each([
  ["no line", new TypeError("failed to fetch"), "away"],
  ["a service that is busy", new Response("", { status: 503 }), "away"],
  ["too many questions", new Response("", { status: 429 }), "away"],
  ["no such tile", new Response("", { status: 404 }), "failed"],
  ["a page that cannot be drawn", new Response("", { status: 422 }), "failed"],
])("%s: a tile is %s", async (_what, answer, kind) => {
  answers(answer);
  expect((await fetchTilesFrom(SOURCE)(page("d1"), TILE, live())).kind).toBe(kind);
});

test("a page that cannot be drawn says why; any other refusal may pass", async () => {
  const code = JSON.stringify({ code: "page_too_slow" });
  answers(new Response(code, { status: 422 }), new Response("", { status: 404 }));
  const fetchPage = fetchFrom(SOURCE);
  expect(await fetchPage(page("d1"), "tablet", live())).toEqual({
    kind: "failed",
    code: "page_too_slow",
  });
  expect((await fetchPage(page("d1"), "tablet", live())).kind).toBe("away");
});

test("a line that breaks while the picture comes is a line that is away", async () => {
  const broken = new ReadableStream({ start: (at) => at.error(new TypeError("broken")) });
  answers(new Response(broken));
  expect((await fetchFrom(SOURCE)(page("d1"), "tablet", live())).kind).toBe("away");
});

test("what is stopped rejects", async () => {
  const stop = new AbortController();
  stop.abort(new Error("stopped"));
  answers(new TypeError("aborted"));
  await expect(fetchTilesFrom(SOURCE)(page("d1"), TILE, stop.signal)).rejects.toThrow("stopped");
});
