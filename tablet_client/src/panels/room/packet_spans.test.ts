import { expect, it } from "vitest";
import { packetOf } from "../../meeting/packet.ts";
import type { Document, Item, Snapshot } from "../../protocol/messages.ts";
import { shortName, spansOf } from "./packet_spans.ts";

const item = (item_id: string): Item => ({
  item_id,
  title: item_id,
  department: "",
  reporter: "",
  minutes: 0,
  embargoed: false,
  closed: false,
  no_store: false,
});

const document = (document_id: string, item_id: string, pages: number): Document => ({
  document_id,
  version: 1,
  item_id,
  name: `${document_id}.pdf`,
  content: "0".repeat(64),
  sizes: Array.from({ length: pages }, () => [595, 842] as const),
});

const state = {
  items: [item("first"), item("empty"), item("last")],
  documents: [document("a", "first", 3), document("b", "first", 2), document("c", "last", 1)],
  progress: {},
  veils: {},
} as unknown as Snapshot;

const ANYONE = { role: "member", closedItem: "비공개 안건" } as const;

it("numbers items on the agenda and their documents through the packet", () => {
  const spans = spansOf(state, packetOf(state), ANYONE);
  expect(spans.map((span) => [span.number, span.pages])).toEqual([
    [1, { from: 1, to: 5 }],
    [2, null],
    [3, { from: 6, to: 6 }],
  ]);
  expect(spans[0]?.documents.map(({ from, to }) => [from, to])).toEqual([
    [1, 3],
    [4, 5],
  ]);
});

it("says a document's name without its ending", () => {
  expect(shortName("예산(안).PDF")).toBe("예산(안)");
  expect(shortName("pdf 안내")).toBe("pdf 안내");
});

it("keeps the place of pages under a veil, and says why they are", () => {
  const veiled = {
    ...state,
    items: [
      { ...item("first"), embargoed: true },
      { ...item("empty"), closed: true },
      item("last"),
    ],
    documents: [document("c", "last", 1)],
    veils: { first: 5, empty: 2 },
  } as unknown as Snapshot;
  const spans = spansOf(veiled, packetOf(veiled), { role: "observer", closedItem: "비공개 안건" });
  expect(spans.map((span) => [span.item.title, span.pages, span.veiled])).toEqual([
    ["first", null, { why: "embargo", from: 1, count: 5 }],
    ["비공개 안건", null, { why: "closed", from: 6, count: 2 }],
    ["last", { from: 8, to: 8 }, null],
  ]);
});
