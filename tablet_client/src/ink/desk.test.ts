import { signal } from "@preact/signals-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { LiveRoom } from "../meeting/live_room.ts";
import type { Room, SheetMark } from "../meeting/room.ts";
import type { PageRef, Role, Snapshot } from "../protocol/messages.ts";
import { actor, page, snapshot, stroke } from "../testing/a_meeting.ts";
import { type InkDesk, openDesk } from "./desk.ts";

type Asked = Parameters<LiveRoom["ask"]>[0];

let asked: Asked[];

beforeEach(() => {
  asked = [];
});

/** A desk in a room that only says who I am, what stands, and which page is shown. */
function deskOf(role: Role, change: Partial<Snapshot> = {}): InkDesk {
  let ids = 0;
  const room = {
    you: signal(actor(role)),
    state: signal(snapshot(change)),
    shown: signal<PageRef>(page("d1")),
    ask: async (wish: Asked) => {
      asked.push(wish);
      return { ok: true };
    },
  };
  return openDesk(room as unknown as Room, () => `new-${++ids}`);
}

function mark(by: string, stream: "meeting" | "notes"): SheetMark {
  return { stroke: stroke("s1"), by: { seat_id: by, name: "" }, seq: 1, stream, unsent: false };
}

const LED = { lead: { seat_id: "me", name: "" } };

describe("sharing ink", () => {
  test.each<[Role, Partial<Snapshot>, boolean]>([
    ["member", {}, false],
    ["member", { members_may_write: true }, true],
    ["presenter", {}, false],
    ["presenter", LED, true],
    ["chair", {}, true],
    ["secretary", {}, true],
    ["observer", { members_may_write: true }, false],
    ["screen", { members_may_write: true }, false],
    ["secretary", { phase: "preparing" }, false],
    ["chair", { phase: "closed" }, false],
  ])("%s with %j: %s", (role, change, may) => {
    expect(deskOf(role, change).mayShare.value).toBe(may);
  });
});

describe("the eraser takes", () => {
  test("only what lies on the layer in hand", () => {
    const desk = deskOf("chair");
    desk.layer.value = "meeting";
    expect(desk.mayErase(mark("other", "meeting"))).toBe(true);
    expect(desk.mayErase(mark("me", "notes"))).toBe(false);
    desk.layer.value = "notes";
    expect(desk.mayErase(mark("me", "notes"))).toBe(true);
  });

  test("of a member's shared page, the member's own strokes", () => {
    const desk = deskOf("member", { members_may_write: true });
    desk.layer.value = "meeting";
    expect(desk.mayErase(mark("me", "meeting"))).toBe(true);
    expect(desk.mayErase(mark("other", "meeting"))).toBe(false);
  });

  test("private notes when sharing has been ended meanwhile", () => {
    const desk = deskOf("member");
    desk.layer.value = "meeting";
    expect(desk.mayErase(mark("me", "notes"))).toBe(true);
  });
});

test("what was drawn can be undone and redone on the page shown", () => {
  const desk = deskOf("member");
  expect([desk.canUndo.value, desk.canRedo.value]).toEqual([false, false]);
  desk.draw(stroke("s1"), "notes");
  expect([desk.canUndo.value, desk.canRedo.value]).toEqual([true, false]);
  desk.undo();
  desk.redo();
  expect(asked.map((wish) => wish.type)).toEqual(["AddStroke", "EraseStrokes", "AddStroke"]);
});

test("many strokes are erased by several commands, and undone as one deed", () => {
  const desk = deskOf("member");
  const marks = Array.from({ length: 501 }, (_, index) => ({
    ...mark("me", "notes"),
    stroke: stroke(`s${index}`),
  }));
  desk.erase(page("d1"), "notes", marks);
  expect(asked.map((wish) => wish.type === "EraseStrokes" && wish.stroke_ids.length)).toEqual([
    500, 1,
  ]);
  asked = [];
  desk.undo();
  expect(asked.filter((wish) => wish.type === "AddStroke")).toHaveLength(501);
});
