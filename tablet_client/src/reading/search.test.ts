import { beforeEach, expect, test } from "vitest";
import { AskedService } from "../testing/asked_service.ts";
import type { Found } from "./answers.ts";
import { Paths } from "./paths.ts";
import { Search } from "./search.ts";

let service: AskedService;
let search: Search;

beforeEach(() => {
  service = new AskedService();
  search = new Search(service.parts, new Paths("m1"));
});

const found = (change: Partial<Found> = {}): Found => ({
  read: 10,
  of: 10,
  unlettered: 0,
  hits: 1,
  documents: [],
  pages: [],
  more: false,
  ...change,
});

const asked = (text: string, typing = false) =>
  `/api/meetings/m1/search?q=${encodeURIComponent(text)}&typing=${typing}`;

async function type(...texts: string[]): Promise<void> {
  for (const text of texts) search.look(text, true);
  await service.pass(80);
}

test("what is typed quickly is asked once, and says that a syllable is open", async () => {
  await type("ㅈ", "제", "젯", "제서");
  expect(service.paths).toEqual([asked("제서", true)]);
  search.look("제설", false);
  await service.pass(80);
  expect(service.paths.at(-1)).toBe(asked("제설"));
});

test("the end of a composition is a question of its own", async () => {
  await type("제설");
  await service.last.answer(found());
  search.look("제설", false);
  await service.pass(80);
  expect(service.paths).toEqual([asked("제설", true), asked("제설")]);
});

test("an answer that comes too late counts for nothing", async () => {
  await type("제");
  const late = service.last;
  await type("제설");
  expect(late.stopped).toBe(true);
  await service.last.answer(found({ hits: 2 }));
  await late.answer(found({ hits: 99 }));
  expect(search.answered.value).toMatchObject({ query: { text: "제설" }, found: { hits: 2 } });
});

test("an answer is late from the next key on, not from the next question", async () => {
  await type("제");
  search.look("제설", true);
  await service.last.answer(found({ hits: 99 }));
  expect(search.answered.value).toBeNull();
  expect(search.busy.value).toBe(true);
});

test("an emptied field forgets at once", async () => {
  await type("제설");
  await service.last.answer(found());
  search.look("  ", false);
  expect(search.answered.value).toBeNull();
  expect(search.busy.value).toBe(false);
  await service.pass(10_000);
  expect(service.paths).toHaveLength(1);
});

test("while pages are still read it asks again until all are", async () => {
  await type("제설");
  await service.last.answer(found({ read: 4 }));
  expect(search.busy.value).toBe(false);
  await service.pass(1_000);
  expect(service.paths).toHaveLength(2);
  await service.last.answer(found({ read: 10, hits: 7 }));
  await service.pass(60_000);
  expect(service.paths).toHaveLength(2);
  expect(search.answered.value?.found.hits).toBe(7);
});

test("trouble is told, keeps no foreign answer, and the same can be asked again", async () => {
  await type("제설");
  await service.last.answer(found());
  await type("예산");
  await service.last.refuse({ code: "no_connection", again: true });
  expect(search.trouble.value?.thrown).toMatchObject({ code: "no_connection" });
  expect(search.answered.value).toBeNull();
  search.again();
  await service.last.answer(found({ hits: 3 }));
  expect(search.trouble.value).toBeNull();
  expect(search.answered.value?.found.hits).toBe(3);
});

test("trouble of an earlier question is none of the new one", async () => {
  await type("제");
  const late = service.last;
  await type("제설");
  await late.refuse(new Error("taken back"));
  expect(search.trouble.value).toBeNull();
  expect(search.busy.value).toBe(true);
});

test("asking again without a question asks nothing", () => {
  search.again();
  expect(service.paths).toEqual([]);
});
