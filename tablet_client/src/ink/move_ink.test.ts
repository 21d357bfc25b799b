import { expect, test } from "vitest";
import type { Outcome, Room, SheetMark, Wish } from "../meeting/room.ts";
import { page, stroke } from "../testing/a_meeting.ts";
import { mark } from "../testing/a_room.ts";
import { moveInk } from "./move_ink.ts";

const OLD = page("d1", 2);
const NEW = { ...page("d1", 3), version: 2 };

function sheetMark(stroke_id: string, stream: SheetMark["stream"] = "notes"): SheetMark {
  return { ...mark(stroke_id, 1, OLD), stream, unsent: false };
}

/** What is asked of a room that refuses these strokes, in short. */
async function asked(marks: readonly SheetMark[], refused: readonly number[] = []) {
  const wishes: Wish[] = [];
  const room = {
    async ask(wish: Wish): Promise<Outcome> {
      const number = wishes.push(wish) - 1;
      if (!refused.includes(number)) return { ok: true };
      const told = { code: "too_much", ko: "", en: "", again: false };
      return { ok: false, refused: { type: "Refused", command_id: "c", ...told } };
    },
  } as unknown as Room;
  let ids = 0;
  const moved = await moveInk(room, marks, NEW, () => `new-${++ids}`);
  return { wishes, moved };
}

test("marks are drawn on the new page, then erased on the old one", async () => {
  const { wishes, moved } = await asked([sheetMark("a"), sheetMark("b", "collected")]);
  expect(wishes).toEqual([
    { type: "AddStroke", stream: "notes", stroke: { ...stroke("new-1"), page: NEW } },
    { type: "AddStroke", stream: "collected", stroke: { ...stroke("new-2"), page: NEW } },
    { type: "EraseStrokes", stream: "notes", page: OLD, stroke_ids: ["a"] },
    { type: "EraseStrokes", stream: "collected", page: OLD, stroke_ids: ["b"] },
  ]);
  expect(moved).toEqual({ moved: 2, stayed: 0 });
});

test("what the new page does not take stays on the old one", async () => {
  const { wishes, moved } = await asked([sheetMark("a"), sheetMark("b")], [0]);
  expect(wishes.at(-1)).toMatchObject({ type: "EraseStrokes", stroke_ids: ["b"] });
  expect(moved).toEqual({ moved: 1, stayed: 1 });
});

test("nothing is erased when nothing arrives", async () => {
  const { wishes } = await asked([sheetMark("a")], [0]);
  expect(wishes.map((wish) => wish.type)).toEqual(["AddStroke"]);
});
