import { beforeEach, expect, test } from "vitest";
import { AskedService } from "../testing/asked_service.ts";
import { KeptAnswers } from "./kept_answers.ts";

let service: AskedService;
let kept: KeptAnswers<string>;

beforeEach(() => {
  service = new AskedService();
  kept = new KeptAnswers(service.parts, 3);
});

test("what is wanted is asked once and kept", async () => {
  kept.want(["/a"]);
  expect(kept.look("/a")).toEqual({ kind: "waiting", vain: 0 });
  await service.last.answer("A");
  kept.want([]);
  kept.want(["/a"]);
  expect(kept.look("/a")).toEqual({ kind: "there", value: "A" });
  expect(service.paths).toEqual(["/a"]);
});

test("two are asked at a time, the most urgent first", async () => {
  kept.want(["/a", "/b", "/c"]);
  expect(service.paths).toEqual(["/a", "/b"]);
  await service.questions[0]?.answer("A");
  expect(service.paths).toEqual(["/a", "/b", "/c"]);
});

test("a question nobody waits for is taken back, and asked anew when it is wanted again", async () => {
  kept.want(["/a"]);
  kept.want(["/b"]);
  expect(service.questions.map((question) => question.stopped)).toEqual([true, false]);
  expect(kept.look("/a")).toBeNull();
  kept.want(["/a"]);
  expect(service.paths).toEqual(["/a", "/b", "/a"]);
});

test("while the service is away it is asked again, after longer and longer", async () => {
  kept.want(["/a"]);
  await service.last.refuse({ code: "no_connection", again: true });
  expect(kept.look("/a")).toEqual({ kind: "waiting", vain: 1 });
  await service.pass(999);
  expect(service.paths).toHaveLength(1);
  await service.pass(1);
  await service.last.refuse({ code: "no_connection", again: true });
  await service.pass(1_999);
  expect(service.paths).toHaveLength(2);
  await service.pass(1);
  await service.last.answer("A");
  expect(kept.look("/a")).toEqual({ kind: "there", value: "A" });
});

test("a refusal that stands is not asked again", async () => {
  kept.want(["/a"]);
  await service.last.refuse({ code: "page_broken", again: false });
  await service.pass(60_000);
  expect(kept.look("/a")).toEqual({ kind: "refused" });
  expect(service.paths).toHaveLength(1);
});

test("only so many are kept, and never is a wanted one let go", async () => {
  for (const path of ["/a", "/b", "/c", "/d"]) {
    kept.want([path, "/a"]);
    await service.last.answer(path);
  }
  expect(kept.look("/a")).toMatchObject({ kind: "there" });
  expect(kept.look("/b")).toBeNull();
  expect(kept.look("/d")).toMatchObject({ kind: "there" });
});
