import { signal } from "@preact/signals-core";
import { beforeEach, expect, test } from "vitest";
import type { SheetMark, Wish } from "../meeting/room.ts";
import type { PageRef } from "../protocol/messages.ts";
import { page, stroke } from "../testing/a_meeting.ts";
import { SpeechKeeper, speechIn } from "./speech.ts";

const ink = signal<readonly SheetMark[]>([]);
const shown = signal<PageRef | null>(page("d1"));
let asked: Wish[];
let rests: (() => void)[];
let keeper: SpeechKeeper;

beforeEach(() => {
  [ink.value, shown.value, asked, rests] = [[], page("d1"), [], []];
  let ids = 0;
  keeper = new SpeechKeeper({
    room: {
      ink,
      shown,
      ask: async (wish) => {
        asked.push(wish);
        return { ok: true };
      },
    },
    makeId: () => `n${++ids}`,
    later: (_milliseconds, act) => {
      rests.push(act);
      return () => {
        rests = rests.filter((each) => each !== act);
      };
    },
  });
});

function note(id: string, text: string): SheetMark {
  const said = { ...stroke(id), tool: "speech" as const, text };
  const by = { seat_id: "me", name: "이과장" };
  return { stroke: said, by, seq: 1, stream: "notes", unsent: false };
}

test("what is typed is saved once, when the hand rests", () => {
  keeper.type(page("d1"), "조");
  keeper.type(page("d1"), "조정 사유");
  expect([asked, rests.length]).toEqual([[], 1]);
  rests[0]?.();
  keeper.save();
  expect(asked).toMatchObject([
    {
      type: "AddStroke",
      stream: "notes",
      stroke: { stroke_id: "n1", tool: "speech", text: "조정 사유", points: [0, 0, 128] },
    },
  ]);
});

test("a page has one note: the next takes its place, an empty one leaves none", () => {
  ink.value = [note("old", "처음")];
  keeper.type(page("d1"), "다시");
  keeper.save();
  expect(asked.map((each) => each.type)).toEqual(["AddStroke", "EraseStrokes"]);
  expect(asked[1]).toMatchObject({ stream: "notes", stroke_ids: ["old"] });
  asked = [];
  keeper.type(page("d1"), "  \n");
  keeper.save();
  expect(asked).toMatchObject([{ type: "EraseStrokes", stroke_ids: ["old"] }]);
});

test("what stands there already is not written again", () => {
  ink.value = [note("old", "그대로")];
  keeper.type(page("d1"), "그대로");
  keeper.save();
  expect(asked).toEqual([]);
});

test("a note belongs to the page it was typed for, whatever is shown meanwhile", () => {
  ink.value = [note("old", "처음")];
  keeper.type(page("d1"), "고침");
  shown.value = page("d1", 2);
  ink.value = [note("of page 2", "둘째")];
  keeper.save();
  expect(asked).toMatchObject([
    { type: "AddStroke", stroke: { page: page("d1"), text: "고침" } },
    { type: "EraseStrokes", page: page("d1"), stroke_ids: ["old"] },
  ]);
});

test("of other ink nothing is taken for a note", () => {
  const shared: SheetMark = { ...note("x", "함께"), stream: "meeting" };
  const pen: SheetMark = { ...note("y", ""), stroke: stroke("y") };
  expect(speechIn([pen, shared])).toBeNull();
  expect(speechIn([note("a", "하나"), pen])?.stroke.text).toBe("하나");
});
