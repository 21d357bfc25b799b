import { beforeEach, expect, test } from "vitest";
import type { Wish } from "../meeting/room.ts";
import type { Stroke } from "../protocol/messages.ts";
import { page, stroke } from "../testing/a_meeting.ts";
import { History, type Placed } from "./history.ts";

const HERE = page("d1");
let history: History;

beforeEach(() => {
  let ids = 0;
  history = new History(() => `new-${++ids}`);
});

function placed(strokes: readonly Stroke[]): Placed[] {
  return strokes.map((each) => ({ stream: "notes", stroke: each }));
}

function drew(one: Stroke): void {
  history.did({ page: one.page, added: placed([one]), erased: [] });
}

function erased(strokes: readonly Stroke[]): void {
  history.did({ page: HERE, added: [], erased: placed(strokes) });
}

/** The ids that wishes add and erase, in short. */
function short(wishes: readonly Wish[]): string[] {
  return wishes.flatMap((wish) => {
    if (wish.type === "AddStroke") return [`+${wish.stroke.stroke_id}`];
    return wish.type === "EraseStrokes" ? wish.stroke_ids.map((id) => `-${id}`) : [];
  });
}

test("a stroke is undone, redone as a new one, and undone again", () => {
  drew(stroke("a"));
  expect(short(history.undo(HERE))).toEqual(["-a"]);
  expect(short(history.redo(HERE))).toEqual(["+new-1"]);
  expect(short(history.undo(HERE))).toEqual(["-new-1"]);
  expect([history.canUndo(HERE), history.canRedo(HERE)]).toEqual([false, true]);
});

test("an erasure brings its strokes back, and deeds before it still know them", () => {
  drew(stroke("a"));
  erased([stroke("a"), stroke("b")]);
  expect(short(history.undo(HERE))).toEqual(["+new-1", "+new-2"]);
  expect(short(history.undo(HERE))).toEqual(["-new-1"]);
});

test("a stroke that came back and is erased by hand is still the one first drawn", () => {
  drew(stroke("a"));
  history.undo(HERE);
  history.redo(HERE);
  erased([stroke("new-1")]);
  expect(short(history.undo(HERE))).toEqual(["+new-2"]);
  expect(short(history.undo(HERE))).toEqual(["-new-2"]);
});

test("a new deed ends what could be redone", () => {
  drew(stroke("a"));
  history.undo(HERE);
  drew(stroke("b"));
  expect(history.canRedo(HERE)).toBe(false);
  expect(short(history.redo(HERE))).toEqual([]);
});

test("each page has its own past", () => {
  drew(stroke("a"));
  expect(history.canUndo(page("d1", 2))).toBe(false);
  expect(short(history.undo(page("d1", 2)))).toEqual([]);
  expect(short(history.undo(HERE))).toEqual(["-a"]);
});

test("what comes back goes to the stream it was taken from", () => {
  const one: Placed = { stream: "meeting", stroke: stroke("a") };
  history.did({ page: HERE, added: [one], erased: [] });
  expect(history.undo(HERE)).toMatchObject([{ type: "EraseStrokes", stream: "meeting" }]);
  expect(history.redo(HERE)).toMatchObject([{ type: "AddStroke", stream: "meeting" }]);
});

test("marks that were moved go back in one step, whatever layers they lie on", () => {
  const was: Placed[] = [
    { stream: "notes", stroke: stroke("a") },
    { stream: "meeting", stroke: stroke("b") },
  ];
  const are = was.map((each) => ({
    ...each,
    stroke: { ...each.stroke, stroke_id: `${each.stroke.stroke_id}2` },
  }));
  history.did({ page: HERE, added: are, erased: was });
  expect(short(history.undo(HERE))).toEqual(["+new-1", "+new-2", "-a2", "-b2"]);
  expect(history.canUndo(HERE)).toBe(false);
  expect(short(history.redo(HERE))).toEqual(["+new-3", "+new-4", "-new-1", "-new-2"]);
});

test("what was kept through a reload is undone by the ids that stand now", () => {
  drew(stroke("a"));
  history.undo(HERE);
  history.redo(HERE);
  const kept = Object.values(history.all.value).map((past) =>
    past.done.map((deed) => history.asNow(deed)),
  );
  const later = new History(() => "later");
  later.restore({ "d1.1.1": { done: kept[0] ?? [], undone: [] } });
  expect(short(later.undo(HERE))).toEqual(["-new-1"]);
});

test("what was done on a page is taken back on the page it became", () => {
  const there = { ...page("d1", 2), version: 2 };
  drew(stroke("a"));
  drew(stroke("b", page("d2")));
  history.did({ page: there, added: placed([stroke("c", there)]), erased: [] });
  history.undo(HERE);
  const where = (old: typeof there) => (old.document_id === "d1" ? there : old);
  history.carry(where);
  const all = history.all.value;
  history.carry(where);
  expect(history.all.value).toBe(all);
  expect([history.canUndo(HERE), history.canRedo(HERE)]).toEqual([false, false]);
  const [redone] = history.redo(there);
  expect(redone).toMatchObject({ type: "AddStroke", stroke: { stroke_id: "new-1" } });
  const [undone] = history.undo(there);
  expect(undone).toMatchObject({ type: "EraseStrokes", page: there, stroke_ids: ["new-1"] });
  expect(short(history.undo(there))).toEqual(["-c"]);
  expect(history.canUndo(page("d2"))).toBe(true);
});
