import { describe, expect, it } from "vitest";
import type { Ink, Mark, PageRef, StreamName } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { entry, page, stroke } from "../testing/a_meeting.ts";
import { ARoom, mark, NOTES_EPOCH } from "../testing/a_room.ts";

const ME = { seat_id: "me", name: "이과장" };

/** What the service answers: these strokes of a log on a page. */
function ink(
  stream: StreamName,
  on: PageRef,
  marks: readonly Mark[],
  change: { after?: number; more?: boolean } = {},
): Ink {
  const { after = 0, more = false } = change;
  return { type: "Ink", stream, page: on, after, marks, more };
}

/** A note of mine. */
function note(id: string, seq: number, on: PageRef, text: string): Mark {
  const look = { tool: "note", width: 200, points: [100, 100, 128], text } as const;
  return { stroke: { ...stroke(id, on), ...look }, by: ME, seq };
}

/** The pages of mine as `d1.1.1: a b`. */
function told({ room }: ARoom): readonly string[] {
  return room.own.pages.value.map(({ entry: { page: on }, marks }) => {
    return `${pageKey(on)}: ${marks.map((each) => each.stroke.stroke_id).join(" ")}`;
  });
}

/** Questions for other pages than the one shown. */
function asked(a: ARoom): readonly string[] {
  return a.line.questions().filter((each) => !each.includes(" d1.1.1 "));
}

describe("one's own ink on pages not opened", () => {
  it("is not asked for before somebody wants it", async () => {
    const a = await ARoom.open();
    a.enter("member", {}, { "d3.1.1": 1 });
    expect(asked(a)).toEqual([]);
    a.room.own.want();
    expect(asked(a)).toEqual(["notes d3.1.1 after 0"]);
    expect(a.room.own.reading.value).toBe(true);
    a.room.heard(ink("notes", page("d3"), [note("a", 3, page("d3"), "말")]));
    expect(told(a)).toEqual(["d3.1.1: a"]);
    expect(a.room.own.pages.value[0]?.marks[0]?.stroke.text).toBe("말");
    expect(a.room.own.reading.value).toBe(false);
  });

  it("comes a few pages at a time, in parts where it is much", async () => {
    const a = await ARoom.open();
    const notes = { "d1.1.2": 1, "d1.1.3": 1, "d2.1.1": 1, "d2.1.2": 1, "d3.1.1": 2 };
    a.enter("member", {}, notes);
    a.room.own.want();
    expect(asked(a)).toHaveLength(4);
    a.room.heard(ink("notes", page("d1", 2), [note("a", 1, page("d1", 2), "하나")]));
    expect(asked(a).at(-1)).toBe("notes d3.1.1 after 0");
    a.room.heard(ink("notes", page("d3"), [note("b", 7, page("d3"), "둘")], { more: true }));
    expect(asked(a).at(-1)).toBe("notes d3.1.1 after 7");
    a.room.heard(ink("notes", page("d3"), [note("c", 8, page("d3"), "셋")], { after: 7 }));
    expect(told(a)).toContain("d3.1.1: b c");
  });

  it("leaves out what others wrote for everyone", async () => {
    const a = await ARoom.open();
    a.enter("member", { inked: { "d2.1.1": 2, "d2.1.2": 1 } });
    a.room.own.want();
    const mine = { ...mark("mine", 2, page("d2")), by: ME };
    a.room.heard(ink("meeting", page("d2"), [mark("theirs", 1, page("d2")), mine]));
    a.room.heard(ink("meeting", page("d2", 2), [mark("other", 3, page("d2", 2))]));
    expect(told(a)).toEqual(["d2.1.1: mine"]);
  });

  it("keeps no points of lines, but knows that they are there", async () => {
    const a = await ARoom.open();
    a.enter("member", {}, { "d3.1.1": 1 });
    a.room.own.want();
    a.room.heard(ink("notes", page("d3"), [{ ...mark("line", 3, page("d3")), by: ME }]));
    expect(a.room.own.pages.value[0]?.marks[0]?.stroke.points).toEqual([]);
  });

  it("goes along with what is written and erased, sent or not", async () => {
    const a = await ARoom.open();
    a.enter("member");
    a.room.own.want();
    const on = page("d2");
    void a.room.ask({ type: "AddStroke", stream: "notes", stroke: stroke("new", on) });
    expect(told(a)).toEqual(["d2.1.1: new"]);
    const written = { type: "StrokeAdded", stroke: stroke("new", on) } as const;
    const next = { ...entry(1, [written]), by: ME, command_id: "id-1" };
    a.room.heard({ type: "Advance", stream: "notes", epoch: NOTES_EPOCH, entry: next });
    a.room.heard(ink("notes", on, [{ ...mark("new", 1, on), by: ME }]));
    expect(told(a)).toEqual(["d2.1.1: new"]);
    void a.room.ask({ type: "EraseStrokes", stream: "notes", page: on, stroke_ids: ["new"] });
    expect(told(a)).toEqual([]);
  });

  it("takes what is held to be shown, and does not ask for it twice", async () => {
    const a = await ARoom.open();
    a.enter("member", {}, { "d1.1.1": 1 });
    expect(a.line.questions()).toEqual(["notes d1.1.1 after 0"]);
    a.room.heard(ink("notes", page("d1"), [note("a", 1, page("d1"), "말")]));
    a.room.own.want();
    expect(a.line.questions()).toHaveLength(1);
    expect(told(a)).toEqual(["d1.1.1: a"]);
    expect(a.room.own.reading.value).toBe(false);
  });

  it("is asked for again on a new line", async () => {
    const a = await ARoom.open();
    a.enter("member", {}, { "d3.1.1": 1 });
    a.room.own.want();
    a.line.said = [];
    a.again();
    expect(asked(a)).toEqual(["notes d3.1.1 after 0"]);
  });
});
