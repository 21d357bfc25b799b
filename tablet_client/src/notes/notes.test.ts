import { describe, expect, it } from "vitest";
import type { OwnPage } from "../meeting/own_ink.ts";
import type { SheetMark, Wish } from "../meeting/room.ts";
import type { StreamName, Tool } from "../protocol/messages.ts";
import { document, page, snapshot, stroke } from "../testing/a_meeting.ts";
import { bookmarksOf, isBookmarked, setBookmark } from "./bookmarks.ts";
import { noteRows } from "./note_rows.ts";

const [item] = snapshot().items;
if (item === undefined) throw new Error("the meeting has no item");

/** A mark of mine. */
function mine(id: string, tool: Tool, text = "", stream: StreamName = "notes"): SheetMark {
  const by = { seat_id: "me", name: "이과장" };
  return { stroke: { ...stroke(id), tool, text }, by, seq: 1, stream, unsent: false };
}

/** A page of mine. */
function own(number: number, ...marks: SheetMark[]): OwnPage {
  const on = page("d1", number);
  const place = { page: on, number, item: item as NonNullable<typeof item>, failed: null };
  const entry = { ...place, document: document("d1", "i1", 3), ready: true };
  return { entry, marks, whole: true };
}

/** The rows as `1 words/stamps/lines in streams`. */
function told(pages: readonly OwnPage[], query?: string): readonly string[] {
  return noteRows(pages, query).map(({ entry, words, stamps, lines, streams }) => {
    const said = words.map((each) => each.text).join("|");
    return `${entry.number} ${said}/${stamps.join("|")}/${lines} in ${streams.join()}`;
  });
}

describe("the list of one's own notes", () => {
  it("says of each page what there is", () => {
    const first = own(1, mine("a", "pen"), mine("b", "note", "예산"), mine("c", "highlighter"));
    const second = own(
      2,
      mine("d", "stamp", "agree", "collected"),
      mine("e", "pen", "", "meeting"),
    );
    expect(told([first, second])).toEqual([
      "1 예산//2 in notes",
      "2 /agree/1 in collected,meeting",
    ]);
  });

  it("leaves out pages with a bookmark alone", () => {
    expect(told([own(1, mine("a", "bookmark", "뒤에"))])).toEqual([]);
  });

  it("keeps only words that are looked for, and shows where they are", () => {
    const pages = [
      own(1, mine("a", "note", "예산을 늘린다"), mine("b", "note", "제설"), mine("c", "pen")),
      own(2, mine("d", "pen")),
      own(3, mine("e", "speech", "본 예산 설명")),
    ];
    expect(told(pages, "예산")).toEqual([
      "1 예산을 늘린다//1 in notes",
      "3 본 예산 설명//0 in notes",
    ]);
    expect(noteRows(pages, "예산")[1]?.words[0]?.place).toEqual({ start: 2, end: 4 });
  });

  it("names a page whose ink is still to come", () => {
    const coming = { ...own(1), whole: false };
    expect(told([coming])).toEqual(["1 //0 in "]);
    expect(told([coming], "예산")).toEqual([]);
  });
});

describe("bookmarks", () => {
  it("are listed in packet order with their names, one a page", () => {
    const twice = own(1, mine("a", "bookmark", "먼저"), mine("b", "bookmark", "나중"));
    const pages = [twice, own(2, mine("c", "pen")), own(3, mine("d", "bookmark"))];
    expect(bookmarksOf(pages).map(({ entry, name }) => [entry.number, name])).toEqual([
      [1, "나중"],
      [3, ""],
    ]);
    expect(isBookmarked(twice.marks)).toBe(true);
    expect(isBookmarked([mine("c", "pen")])).toBe(false);
  });

  it("are put down privately, named on one line, and taken off whole", async () => {
    const wishes: Wish[] = [];
    const room = {
      ask: async (wish: Wish) => {
        wishes.push(wish);
        return { ok: true } as const;
      },
    };
    const newId = () => "new";
    await setBookmark(room, page("d1"), [], { name: "  긴\n이름 ", newId });
    expect(wishes).toMatchObject([
      { type: "AddStroke", stream: "notes", stroke: { tool: "bookmark", text: "긴 이름" } },
    ]);
    wishes.length = 0;
    const standing = [mine("a", "bookmark"), mine("b", "bookmark"), mine("c", "note", "말")];
    await setBookmark(room, page("d1"), standing, { name: null, newId });
    expect(wishes).toMatchObject([{ type: "EraseStrokes", stroke_ids: ["a", "b"] }]);
    wishes.length = 0;
    await setBookmark(room, page("d1"), standing, { name: "가".repeat(80), newId });
    expect(wishes.map((wish) => wish.type)).toEqual(["AddStroke", "EraseStrokes"]);
    expect(wishes[0]).toMatchObject({ stroke: { text: "가".repeat(60) } });
  });
});
