import { beforeEach, expect, test, vi } from "vitest";
import type { PageRef } from "../protocol/messages.ts";
import { page } from "../testing/a_meeting.ts";
import type { Fetched } from "./fetch_page.ts";
import { Thumbs } from "./thumbs.ts";

let asked: number[];
let answers: ((fetched: Fetched) => void)[];
let revoked: string[];
let thumbs: Thumbs;

beforeEach(() => {
  [asked, answers, revoked] = [[], [], []];
  thumbs = new Thumbs({
    fetchPage: (wanted: PageRef) => {
      asked.push(wanted.page);
      return new Promise((resolve) => answers.push(resolve));
    },
    decode: async () => ({ width: 24, height: 34, close: () => undefined }),
    addressOf: () => `blob:${asked.length}`,
    revoke: (address) => revoked.push(address),
    wait: async () => undefined,
  });
});

const IMAGE: Fetched = { kind: "image", blob: new Blob() };

test("a thumbnail is fetched once, however many ask", async () => {
  const [one, two] = [thumbs.address(page("d1")), thumbs.address(page("d1"))];
  await vi.waitFor(() => expect(asked).toEqual([1]));
  answers[0]?.(IMAGE);
  expect([await one, await two, await thumbs.address(page("d1"))]).toEqual(Array(3).fill("blob:1"));
  expect(asked).toEqual([1]);
});

test("three are fetched at a time, and then the newest wish first", async () => {
  for (const number of [1, 2, 3, 4, 5]) void thumbs.address(page("d1", number));
  await vi.waitFor(() => expect(asked).toEqual([1, 2, 3]));
  answers[0]?.(IMAGE);
  await vi.waitFor(() => expect(asked).toEqual([1, 2, 3, 5]));
});

test("a page that cannot be drawn has no thumbnail, and the next is fetched", async () => {
  const wishes = [1, 2, 3, 4].map((number) => thumbs.address(page("d1", number)));
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  answers[0]?.({ kind: "failed", code: "page_broken" });
  await expect(wishes[0]).rejects.toThrow("page_broken");
  await vi.waitFor(() => expect(asked).toEqual([1, 2, 3, 4]));
});

test("a stand-in is sent for and shown once it is here", async () => {
  expect(thumbs.standIn(page("d1"))).toBeNull();
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.(IMAGE);
  await vi.waitFor(() => expect(thumbs.changes.value).toBe(1));
  expect(thumbs.standIn(page("d1"))).toMatchObject({ width: 24 });
});

test("leaving gives the addresses back", async () => {
  const address = thumbs.address(page("d1"));
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.(IMAGE);
  await address;
  thumbs.close();
  expect(revoked).toEqual(["blob:1"]);
});
