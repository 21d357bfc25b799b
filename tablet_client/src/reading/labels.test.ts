import { expect, test } from "vitest";
import { packetOf } from "../meeting/packet.ts";
import { snapshot } from "../testing/a_meeting.ts";
import type { Contents } from "./answers.ts";
import { labelOf, pagesLabelled } from "./labels.ts";

const labelled = (...labels: string[]): Contents => ({ outline: [], labels });

test("a page's label is what is printed on it", () => {
  const contents = labelled("i", "ii", "1");
  expect(labelOf(contents, 2)).toBe("ii");
  expect(labelOf(contents, 3)).toBe("1");
  expect(labelOf(contents, 4)).toBeNull();
  expect(labelOf(null, 1)).toBeNull();
});

test("labels that only count are none, and neither are empty ones", () => {
  expect(labelOf(labelled("1", "2", "3"), 2)).toBeNull();
  expect(labelOf(labelled("", "ii", "iii"), 1)).toBeNull();
  expect(labelOf(labelled(), 1)).toBeNull();
});

test("a label is found however it is written, in the document in hand first", () => {
  const packet = packetOf(snapshot());
  const kept: Record<string, Contents> = {
    d1: labelled("i", "ii", "A-1"),
    d2: labelled("ii", "A-1"),
  };
  const find = (typed: string, inHand: string | null = null) =>
    pagesLabelled(typed, packet, (each) => kept[each.page.document_id] ?? null, inHand).map(
      (each) => each.number,
    );
  expect(find(" II ")).toEqual([2, 4]);
  expect(find("a-1", "d2")).toEqual([5, 3]);
  expect(find("ⅱ")).toEqual([2, 4]);
  expect(find("")).toEqual([]);
  expect(find("x")).toEqual([]);
});
