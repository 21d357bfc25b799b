import { describe, expect, test } from "vitest";
import { document, page, snapshot } from "../testing/a_meeting.ts";
import {
  countPages,
  findPage,
  nearestPage,
  packetOf,
  pageAt,
  pageFrom,
  veilNumber,
} from "./packet.ts";

const WHOLE = snapshot();

/** As a member sees it while the first item is kept back: d1 and d2, five pages, are veiled. */
const VEILED = snapshot({
  documents: WHOLE.documents.filter((each) => each.item_id === "i2"),
  veils: { i1: 5 },
});

describe("page numbers", () => {
  test("count through all documents", () => {
    expect(packetOf(WHOLE).map((each) => each.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(countPages(WHOLE)).toBe(6);
  });

  test("are the same to those who may not see some of the pages", () => {
    expect(packetOf(VEILED).map((each) => [each.page.document_id, each.number])).toEqual([
      ["d3", 6],
    ]);
    expect(countPages(VEILED)).toBe(6);
    expect(veilNumber(VEILED, "i1")).toBe(1);
  });

  test("pass over a veil at the end", () => {
    const documents = WHOLE.documents.filter((each) => each.item_id === "i1");
    const state = snapshot({ documents, veils: { i2: 1 } });
    expect(packetOf(state).at(-1)?.number).toBe(5);
    expect([countPages(state), veilNumber(state, "i2")]).toEqual([6, 6]);
  });
});

describe("a page is found", () => {
  const items = [...WHOLE.items, { ...WHOLE.items[0], item_id: "i3" } as never];
  const documents = [document("d1", "i1", 2), document("d9", "i3", 2)];
  const packet = packetOf(snapshot({ items, documents, veils: { i2: 3 } }));

  test("by its name", () => {
    expect(findPage(packet, page("d9", 2))?.number).toBe(7);
    expect(findPage(packet, page("d8"))).toBeNull();
    expect(findPage(packet, null)).toBeNull();
  });

  test("by its number, unless it is veiled", () => {
    expect([1, 2, 3, 5, 6, 7, 8].map((number) => pageAt(packet, number)?.page ?? null)).toEqual([
      page("d1", 1),
      page("d1", 2),
      null,
      null,
      page("d9", 1),
      page("d9", 2),
      null,
    ]);
  });

  test.each([
    [2, 1, 6],
    [2, 2, 7],
    [6, -1, 2],
    [6, -2, 1],
    [7, 1, null],
    [1, -1, null],
    [4, 1, 6],
    [4, -1, 2],
    [0, 1, 1],
  ])("from number %i, %i on, is %j", (number, by, there) => {
    expect(pageFrom(packet, number, by)?.number ?? null).toBe(there);
  });

  test("where the reader was, or before it", () => {
    expect(nearestPage(packet, page("gone"), 4)).toEqual(page("d1", 2));
    expect(nearestPage(packet, null, 0)).toEqual(page("d1", 1));
    expect(nearestPage([], null, 1)).toBeNull();
  });
});
