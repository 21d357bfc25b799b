import { computed, signal } from "@preact/signals-core";
import { beforeEach, expect, test } from "vitest";
import { packetOf } from "../meeting/packet.ts";
import type { Room } from "../meeting/room.ts";
import type { PageRef } from "../protocol/messages.ts";
import { actor, document, page, snapshot } from "../testing/a_meeting.ts";
import { AskedService } from "../testing/asked_service.ts";
import { openReader, type Reader } from "./reader.ts";

let service: AskedService;
let reader: Reader;
const shown = signal<PageRef | null>(null);
const state = signal(snapshot());
const you = signal(actor("member"));

beforeEach(() => {
  service = new AskedService();
  shown.value = page("d1", 1);
  state.value = snapshot();
  you.value = actor("member");
  const room = {
    shown,
    state,
    you,
    packet: computed(() => packetOf(state.value)),
    following: signal(true),
    leading: signal(false),
  };
  reader = openReader(room as unknown as Room, "m1", service.parts);
});

test("the words of a page are sent for once it is looked at, not while pages fly by", async () => {
  for (const number of [1, 2, 3]) {
    shown.value = page("d1", number);
    await service.pass(100);
  }
  expect(service.paths).toEqual([]);
  await service.pass(150);
  expect(service.paths).toEqual([
    "/api/meetings/m1/pages/d1/1/3/text",
    "/api/meetings/m1/documents/d1/1/contents",
  ]);
  await service.questions[0]?.answer({ page: 3, text: "끝" });
  expect(reader.text.value).toMatchObject({ kind: "there", value: { text: "끝" } });
  shown.value = page("d1", 1);
  expect(reader.text.value).toBeNull();
});

test.each([
  ["a member before the meeting", "member", "preparing"],
  ["a wall", "screen", "open"],
] as const)("nothing is sent for by %s", async (_, role, phase) => {
  you.value = actor(role);
  state.value = snapshot({ phase });
  await service.pass(1_000);
  expect(service.paths).toEqual([]);
  you.value = actor("member");
  state.value = snapshot({ phase: "open" });
  expect(service.paths).toHaveLength(2);
});

test("contents are asked once a version", async () => {
  await service.pass(250);
  reader.wantContents([page("d2", 1), page("d1", 1)]);
  await service.questions[1]?.answer({ outline: [], labels: ["i"] });
  expect(reader.contents(page("d1", 2))).toMatchObject({ kind: "there" });
  const contents = service.paths.filter((path) => path.endsWith("/contents"));
  expect(contents).toEqual([
    "/api/meetings/m1/documents/d1/1/contents",
    "/api/meetings/m1/documents/d2/1/contents",
  ]);
});

test("a changed packet is searched again", async () => {
  reader.search.look("제설", false);
  await service.pass(80);
  const before = service.paths.length;
  state.value = snapshot({ documents: [document("d1", "i1", 3)] });
  expect(service.paths.slice(before)).toEqual([
    `/api/meetings/m1/search?q=${encodeURIComponent("제설")}&typing=false`,
  ]);
});

test("leaving takes everything back", async () => {
  await service.pass(250);
  reader.close();
  expect(service.questions.every((question) => question.stopped)).toBe(true);
});
