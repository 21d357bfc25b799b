import { beforeEach, expect, test } from "vitest";
import type { Wish } from "../meeting/room.ts";
import { page, stroke } from "../testing/a_meeting.ts";
import { History } from "./history.ts";

const HERE = page("d1");
let history: History;

beforeEach(() => {
  let ids = 0;
  history = new History(() => `new-${++ids}`);
});

/** The ids that wishes add and erase, in short. */
function short(wishes: readonly Wish[]): string[] {
  return wishes.flatMap((wish) => {
    if (wish.type === "AddStroke") return [`+${wish.stroke.stroke_id}`];
    return wish.type === "EraseStrokes" ? wish.stroke_ids.map((id) => `-${id}`) : [];
  });
}

test("a stroke is undone, redone as a new one, and undone again", () => {
  history.drew("notes", stroke("a"));
  expect(short(history.undo(HERE))).toEqual(["-a"]);
  expect(short(history.redo(HERE))).toEqual(["+new-1"]);
  expect(short(history.undo(HERE))).toEqual(["-new-1"]);
  expect([history.canUndo(HERE), history.canRedo(HERE)]).toEqual([false, true]);
});

test("an erasure brings its strokes back, and deeds before it still know them", () => {
  history.drew("notes", stroke("a"));
  history.erased("notes", HERE, [stroke("a"), stroke("b")]);
  expect(short(history.undo(HERE))).toEqual(["+new-1", "+new-2"]);
  expect(short(history.undo(HERE))).toEqual(["-new-1"]);
});

test("a stroke that came back and is erased by hand is still the one first drawn", () => {
  history.drew("notes", stroke("a"));
  history.undo(HERE);
  history.redo(HERE);
  history.erased("notes", HERE, [stroke("new-1")]);
  expect(short(history.undo(HERE))).toEqual(["+new-2"]);
  expect(short(history.undo(HERE))).toEqual(["-new-2"]);
});

test("a new deed ends what could be redone", () => {
  history.drew("notes", stroke("a"));
  history.undo(HERE);
  history.drew("notes", stroke("b"));
  expect(history.canRedo(HERE)).toBe(false);
  expect(short(history.redo(HERE))).toEqual([]);
});

test("each page has its own past", () => {
  history.drew("notes", stroke("a"));
  expect(history.canUndo(page("d1", 2))).toBe(false);
  expect(short(history.undo(page("d1", 2)))).toEqual([]);
  expect(short(history.undo(HERE))).toEqual(["-a"]);
});

test("what comes back goes to the stream it was taken from", () => {
  history.drew("meeting", stroke("a"));
  expect(history.undo(HERE)).toMatchObject([{ type: "EraseStrokes", stream: "meeting" }]);
  expect(history.redo(HERE)).toMatchObject([{ type: "AddStroke", stream: "meeting" }]);
});
