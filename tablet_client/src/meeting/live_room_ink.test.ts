// The ink of a tablet's page: asked for, folded, kept and forgotten.
import { beforeEach, describe, expect, test } from "vitest";
import { entry, page, stroke } from "../testing/a_meeting.ts";
import { ARoom, mark, NOTES_EPOCH } from "../testing/a_room.ts";

let tablet: ARoom;

beforeEach(async () => {
  tablet = await ARoom.open();
});

const added = (id: string, on = page("d1")) =>
  ({ type: "StrokeAdded", stroke: stroke(id, on) }) as const;
const erased = (...stroke_ids: string[]) =>
  ({ type: "StrokesErased", page: page("d1"), stroke_ids }) as const;

describe("asking", () => {
  test("is for the page shown, and not for one without ink", () => {
    tablet.enter("member", { inked: { "d1.1.1": 2, "d2.1.1": 5 } });
    expect(tablet.line.questions()).toEqual(["meeting d1.1.1 after 0"]);
    expect(tablet.room.inkComplete.value).toBe(false);
    tablet.ink([mark("a", 3), mark("b", 7)]);
    expect([tablet.strokes, tablet.room.inkComplete.value]).toEqual([["a", "b"], true]);
    expect(tablet.line.questions()).toHaveLength(1);
  });

  test("goes on until all is told", () => {
    tablet.enter("member", { inked: { "d1.1.1": 3 } });
    tablet.ink([mark("a", 3), mark("b", 7)], { more: true });
    expect([tablet.strokes, tablet.room.inkComplete.value]).toEqual([["a", "b"], false]);
    tablet.ink([mark("c", 9)], { after: 7 });
    expect([tablet.strokes, tablet.room.inkComplete.value]).toEqual([["a", "b", "c"], true]);
    expect(tablet.line.questions()).toEqual(["meeting d1.1.1 after 0", "meeting d1.1.1 after 7"]);
  });

  test("is of the private notes too", () => {
    tablet.enter("member", {}, { "d1.1.1": 1 });
    expect(tablet.line.questions()).toEqual(["notes d1.1.1 after 0"]);
    const marks = [mark("n", 1)];
    const ink = { type: "Ink", stream: "notes", page: page("d1"), after: 0 } as const;
    tablet.room.heard({ ...ink, marks, more: false });
    expect(tablet.room.ink.value.map((each) => each.stream)).toEqual(["notes"]);
  });

  test("is not done for who may not see the pages yet", () => {
    tablet.enter("member", { phase: "preparing", inked: { "d1.1.1": 2 } });
    expect(tablet.line.questions()).toEqual([]);
    tablet.advance(11, { type: "MeetingOpened" });
    expect(tablet.line.questions()).toEqual(["meeting d1.1.1 after 0"]);
  });

  test("is done anew once a packet that was taken back is given out again", () => {
    tablet.enter("member", { inked: { "d1.1.1": 2 } });
    tablet.advance(11, { type: "PacketRecalled" });
    tablet.ink([]);
    tablet.advance(12, { type: "PacketPublished" });
    expect(tablet.line.questions()).toEqual(["meeting d1.1.1 after 0", "meeting d1.1.1 after 0"]);
    tablet.ink([mark("a", 3), mark("b", 7)]);
    expect(tablet.strokes).toEqual(["a", "b"]);
  });

  test("looks ahead once the reader has rested, one question at a time", () => {
    const inked = { "d1.1.1": 1, "d1.1.2": 1, "d1.1.3": 1, "d2.1.1": 1 };
    tablet.enter("member", { inked, page: page("d1", 2) });
    tablet.ink([mark("b", 4)], { on: page("d1", 2) });
    expect(tablet.line.questions()).toHaveLength(1);
    tablet.wait();
    expect(tablet.line.questions().slice(1)).toEqual(["meeting d1.1.3 after 0"]);
    tablet.ink([mark("c", 5)], { on: page("d1", 3) });
    tablet.ink([mark("d", 6)], { on: page("d2") });
    tablet.ink([mark("a", 3)], { on: page("d1", 1) });
    expect(tablet.line.questions().slice(2)).toEqual([
      "meeting d2.1.1 after 0",
      "meeting d1.1.1 after 0",
    ]);
    tablet.advance(11, { type: "PageTurned", page: page("d1", 3), region: null });
    expect([tablet.strokes, tablet.room.inkComplete.value]).toEqual([["c"], true]);
  });

  test("does not wait behind a look ahead", () => {
    const inked = { "d1.1.1": 1, "d1.1.2": 900, "d3.1.1": 1 };
    tablet.enter("member", { inked });
    tablet.ink([mark("a", 1)]);
    tablet.wait();
    tablet.room.show(page("d3"));
    expect(tablet.line.questions().at(-1)).toBe("meeting d3.1.1 after 0");
  });
});

describe("the log and the answers", () => {
  test("a stroke that both bring stands once, in the log's order", () => {
    tablet.enter("member", { inked: { "d1.1.1": 2 } });
    tablet.advance(11, added("new"));
    expect(tablet.strokes).toEqual(["new"]);
    tablet.ink([mark("a", 3), mark("b", 4)], { more: true });
    tablet.advance(12, added("newer"));
    tablet.ink([mark("new", 11)], { after: 4 });
    expect(tablet.strokes).toEqual(["a", "b", "new", "newer"]);
  });

  test("an answer newer than the log's next word is not doubled by it", () => {
    tablet.enter("member", { inked: { "d1.1.1": 1 } });
    tablet.ink([mark("a", 3), mark("new", 11)]);
    tablet.advance(11, added("new"));
    expect(tablet.strokes).toEqual(["a", "new"]);
  });

  test("a page without ink takes its first stroke without a question", () => {
    tablet.enter("member");
    tablet.advance(11, added("a"));
    tablet.advance(12, added("b"), erased("a"));
    expect([tablet.strokes, tablet.line.questions()]).toEqual([["b"], []]);
  });

  test("an erased stroke goes, and does not come back with an answer of before", () => {
    tablet.enter("member", { inked: { "d1.1.1": 2 } });
    tablet.ink([mark("a", 3), mark("b", 4)], { more: true });
    tablet.advance(11, erased("a"));
    expect(tablet.strokes).toEqual(["b"]);
    tablet.ink([mark("a", 3)]);
    expect(tablet.strokes).toEqual(["b"]);
  });

  test("a document removed takes its ink along", () => {
    tablet.enter("member", { inked: { "d1.1.1": 1 } });
    tablet.ink([mark("a", 3)]);
    tablet.advance(11, { type: "DocumentRemoved", document_id: "d1" });
    const { documents } = tablet.room.state.value ?? { documents: [] };
    const again = { ...documents[0], document_id: "d1", item_id: "i1" } as never;
    tablet.advance(12, { type: "DocumentAdded", document: again });
    tablet.room.show(page("d1"));
    expect([tablet.at, tablet.strokes]).toEqual(["d1.1.1", []]);
  });
});

describe("a new line", () => {
  test("with a Tail keeps what is held, folds it on, and asks again for the rest", () => {
    tablet.enter("member", { inked: { "d1.1.1": 4 } });
    tablet.ink([mark("a", 3), mark("b", 4)], { more: true });
    tablet.room.lost();
    tablet.room.greet();
    tablet.ink([mark("x", 5)], { after: 4 });
    expect(tablet.strokes, "nobody waits for the answer of the last line").toEqual(["a", "b"]);
    tablet.tail("meeting", 12, erased("a"), added("c"));
    expect(tablet.strokes).toEqual(["b", "c"]);
    expect(tablet.line.questions().slice(-1)).toEqual(["meeting d1.1.1 after 4"]);
  });

  test("with a Welcome forgets all, and asks anew", () => {
    tablet.enter("member", { inked: { "d1.1.1": 1 } });
    tablet.ink([mark("a", 3)]);
    tablet.room.lost();
    tablet.room.greet();
    tablet.enter("member", { inked: { "d1.1.1": 1 } });
    expect(tablet.strokes).toEqual([]);
    expect(tablet.line.questions()).toEqual(["meeting d1.1.1 after 0", "meeting d1.1.1 after 0"]);
  });

  test("a Welcome in between leaves no half of a page", () => {
    tablet.enter("member", { inked: { "d1.1.1": 2 } });
    tablet.ink([mark("a", 3)], { more: true });
    tablet.enter("member", { inked: { "d1.1.1": 2 } });
    tablet.ink([mark("b", 4)], { after: 3 });
    expect(tablet.strokes).toEqual([]);
    tablet.ink([mark("a", 3), mark("b", 4)]);
    expect(tablet.strokes).toEqual(["a", "b"]);
  });
});

describe("one's own hand", () => {
  const unsent = () =>
    tablet.room.ink.value.map((each) => [each.stroke.stroke_id, each.unsent] as const);

  test("shows at once, stands before the page has come, and never twice", () => {
    tablet.enter("secretary", { inked: { "d1.1.1": 1 } });
    void tablet.room.ask({ type: "AddStroke", stream: "meeting", stroke: stroke("s1") });
    expect(unsent()).toEqual([["s1", true]]);
    const command_id = tablet.line.commands()[0]?.command_id ?? "";
    const announced = entry(11, [added("s1")], { command_id });
    tablet.room.heard({ type: "Advance", stream: "meeting", epoch: "life-1", entry: announced });
    expect(unsent()).toEqual([["s1", false]]);
    tablet.ink([mark("a", 3), mark("s1", 11)]);
    expect(unsent()).toEqual([
      ["a", false],
      ["s1", false],
    ]);
  });

  test("a fresh Welcome shows the stroke once, unsent until it is told", () => {
    tablet.enter("secretary");
    void tablet.room.ask({ type: "AddStroke", stream: "meeting", stroke: stroke("s1") });
    tablet.room.lost();
    tablet.room.greet();
    tablet.enter("secretary", { inked: { "d1.1.1": 1 } });
    expect(tablet.line.commands().map((each) => each.command_id)).toEqual(["id-1", "id-1"]);
    expect(unsent()).toEqual([["s1", true]]);
    tablet.ink([mark("s1", 10)]);
    expect(unsent()).toEqual([["s1", false]]);
  });

  test("an erased stroke is gone at once, and stands again when that is refused", () => {
    tablet.enter("member", { inked: { "d1.1.1": 1 } });
    tablet.ink([mark("s1", 3)]);
    const erasure = { type: "EraseStrokes", stream: "meeting", page: page("d1") } as const;
    void tablet.room.ask({ ...erasure, stroke_ids: ["s1"] });
    expect(unsent()).toEqual([]);
    const command_id = tablet.line.commands()[0]?.command_id ?? "";
    const refused = { code: "not_your_stroke", ko: "", en: "", again: false };
    tablet.room.heard({ type: "Refused", command_id, ...refused });
    expect(unsent()).toEqual([["s1", false]]);
  });

  test("a private stroke goes into the private log", () => {
    tablet.enter("member");
    void tablet.room.ask({ type: "AddStroke", stream: "notes", stroke: stroke("s1") });
    const command_id = tablet.line.commands()[0]?.command_id ?? "";
    const kept = entry(1, [added("s1")], { command_id });
    tablet.room.heard({ type: "Advance", stream: "notes", epoch: NOTES_EPOCH, entry: kept });
    tablet.advance(11, added("s2"));
    expect(tablet.strokes).toEqual(["s2", "s1"]);
  });
});
