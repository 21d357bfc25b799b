import { computed, signal } from "@preact/signals-core";
import { beforeEach, expect, test } from "vitest";
import { packetOf } from "../meeting/packet.ts";
import type { PageRef } from "../protocol/messages.ts";
import { page, snapshot } from "../testing/a_meeting.ts";
import { AskedService } from "../testing/asked_service.ts";
import type { Box, Found, FoundPage } from "./answers.ts";
import { Hits } from "./hits.ts";
import { Paths } from "./paths.ts";
import { Search } from "./search.ts";

let service: AskedService;
let search: Search;
let hits: Hits;
let shown: ReturnType<typeof signal<PageRef | null>>;

beforeEach(() => {
  service = new AskedService();
  const paths = new Paths("m1");
  search = new Search(service.parts, paths);
  shown = signal<PageRef | null>(page("d1", 1));
  const show = (to: PageRef) => {
    shown.value = to;
  };
  const packet = computed(() => packetOf(snapshot()));
  hits = new Hits(service.parts, paths, search, { shown: shown as never, packet, show });
});

const on = (document: string, number: number, count = 1): FoundPage => ({
  ...page(document, number),
  hits: count,
  before: "",
  match: "제설",
  after: "",
});

const boxes = (count: number): Box[] =>
  Array.from({ length: count }, (_, index) => [index, 0, index + 1, 1] as const);

async function find(...pages: FoundPage[]): Promise<void> {
  search.look("제설", false);
  await service.pass(80);
  const found: Found = {
    read: 6,
    of: 6,
    unlettered: 0,
    hits: pages.length,
    documents: [],
    pages,
    more: false,
  };
  await service.last.answer(found);
}

const place = () => [shown.value?.document_id, shown.value?.page, hits.marked.value?.at ?? null];

test("the page shown is marked, and another when it is turned", async () => {
  await find(on("d1", 1, 2), on("d2", 2));
  expect(service.last.path).toContain("/pages/d1/1/1/hits?q=");
  await service.last.answer({ boxes: boxes(2) });
  expect(hits.marked.value).toMatchObject({ page: page("d1", 1), at: null });
  expect(hits.marked.value?.boxes).toHaveLength(2);
  shown.value = page("d2", 2);
  expect(hits.marked.value).toBeNull();
  await service.last.answer({ boxes: boxes(1) });
  expect(hits.marked.value).toMatchObject({ page: page("d2", 2) });
});

test("marks that come after the page was turned are not shown on a later one", async () => {
  await find(on("d1", 1), on("d2", 2));
  const late = service.last;
  shown.value = page("d2", 2);
  await service.last.answer({ boxes: boxes(1) });
  await late.answer({ boxes: boxes(9) });
  expect(hits.marked.value).toMatchObject({ page: page("d2", 2), boxes: boxes(1) });
});

test("a page that is told to have none is not asked about", async () => {
  await find(on("d2", 2));
  expect(service.paths).toHaveLength(1);
});

test("pages that left the packet are left out", async () => {
  await find(on("gone", 1), { ...on("d1", 2), version: 9 }, on("d3", 1));
  expect(hits.pages.value.map((each) => each.entry.number)).toEqual([6]);
});

test("stepping walks through the hits of a page, on to the next page, and around", async () => {
  await find(on("d1", 1, 2), on("d2", 2));
  await service.last.answer({ boxes: boxes(2) });
  hits.step(1);
  expect(place()).toEqual(["d1", 1, 0]);
  hits.step(1);
  expect(place()).toEqual(["d1", 1, 1]);
  hits.step(1);
  await service.last.answer({ boxes: boxes(1) });
  expect(place()).toEqual(["d2", 2, 0]);
  hits.step(1);
  await service.last.answer({ boxes: boxes(2) });
  expect(place()).toEqual(["d1", 1, 0]);
});

test("stepping back enters a page at its last hit", async () => {
  await find(on("d1", 1, 2), on("d2", 2, 3));
  await service.last.answer({ boxes: boxes(2) });
  hits.step(-1);
  expect(place()).toEqual(["d1", 1, 1]);
  hits.step(-1);
  hits.step(-1);
  await service.last.answer({ boxes: boxes(3) });
  expect(place()).toEqual(["d2", 2, 2]);
});

test("a step before the marks have come waits for them on the page shown", async () => {
  await find(on("d1", 1, 2), on("d2", 2));
  hits.step(1);
  expect(place()).toEqual(["d1", 1, null]);
  await service.last.answer({ boxes: boxes(2) });
  expect(place()).toEqual(["d1", 1, 0]);
});

test("where the marks do not come, a step leads on", async () => {
  await find(on("d1", 1, 2), on("d2", 2));
  await service.last.refuse(new Error("lost"));
  hits.step(1);
  expect(place()).toEqual(["d2", 2, null]);
});

test("whoever turns the page by hand stands before its first hit", async () => {
  await find(on("d1", 1), on("d2", 2, 2));
  await service.last.answer({ boxes: boxes(1) });
  hits.step(1);
  shown.value = page("d2", 2);
  await service.last.answer({ boxes: boxes(2) });
  expect(place()).toEqual(["d2", 2, null]);
  hits.step(1);
  expect(place()).toEqual(["d2", 2, 0]);
});

test("without a search nothing is marked", async () => {
  await find(on("d1", 1));
  await service.last.answer({ boxes: boxes(1) });
  search.clear();
  expect(hits.marked.value).toBeNull();
  expect(hits.pages.value).toEqual([]);
});
