import { signal } from "@preact/signals-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { LiveRoom } from "../meeting/live_room.ts";
import type { Room, SheetMark } from "../meeting/room.ts";
import type { PageRef, Role, Snapshot, StreamName } from "../protocol/messages.ts";
import { actor, page, snapshot, stroke } from "../testing/a_meeting.ts";
import { type InkDesk, openDesk } from "./desk.ts";

type Asked = Parameters<LiveRoom["ask"]>[0];

let asked: Asked[];
let standing: readonly SheetMark[];

beforeEach(() => {
  [asked, standing] = [[], []];
});

/** A desk in a room that only says who I am, what stands, and which page is shown. */
function deskOf(role: Role, change: Partial<Snapshot> = {}): InkDesk {
  let ids = 0;
  const room = {
    you: signal(actor(role)),
    state: signal(snapshot(change)),
    shown: signal<PageRef>(page("d1")),
    ink: signal<readonly SheetMark[]>(standing),
    ask: async (wish: Asked) => {
      asked.push(wish);
      return { ok: true };
    },
  };
  return openDesk(room as unknown as Room, () => `new-${++ids}`);
}

function mark(by: string, stream: StreamName): SheetMark {
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

describe("what is chosen", () => {
  const THERE = { stroke: { ...stroke("far"), points: [5_000, 5_000, 9, 5_100, 5_000, 9] } };

  beforeEach(() => {
    standing = [
      mark("me", "notes"),
      mark("other", "meeting"),
      { ...mark("me", "notes"), ...THERE },
    ];
  });

  test("by a loop is one's own that lies mostly inside it", () => {
    const desk = deskOf("member");
    const loop = [
      { x: 0, y: 0 },
      { x: 450, y: 0 },
      { x: 450, y: 450 },
      { x: 0, y: 450 },
    ];
    desk.choosing.loop(loop);
    expect(desk.choosing.marks.value).toEqual([standing[0]]);
    desk.choosing.all();
    expect(desk.choosing.marks.value).toHaveLength(2);
  });

  test("is moved as one deed, and never wholly off the page", () => {
    const desk = deskOf("member");
    desk.choosing.at({ x: 5_050, y: 5_000 });
    desk.choosing.move(-60_000, -60_000);
    const [come, gone] = asked;
    if (come?.type !== "AddStroke") throw new Error("nothing came");
    const [x = 0, y = 0] = come.stroke.points;
    expect([x > -100, y > -100, gone?.type]).toEqual([true, true, "EraseStrokes"]);
    desk.undo();
    expect(desk.canUndo.value).toBe(false);
  });

  test("is nothing that cannot be seen", () => {
    const desk = deskOf("member");
    desk.layers.hide("notes", true);
    desk.choosing.all();
    expect(desk.choosing.marks.value).toEqual([]);
  });
});

describe("a hidden layer", () => {
  test("shows itself as soon as something is written on it", () => {
    const desk = deskOf("member");
    desk.layers.hide("notes", true);
    desk.draw(stroke("s1"), "notes");
    expect(desk.layers.hidden.value.size).toBe(0);
  });

  test("is safe from the eraser", () => {
    const desk = deskOf("member");
    desk.layers.hide("notes", true);
    expect(desk.mayErase(mark("me", "notes"))).toBe(false);
  });
});

describe("a note", () => {
  test("stands on the layer in hand, and is written anew as one deed", () => {
    const desk = deskOf("member");
    desk.words.begin(page("d1"), { x: 1_000, y: 1_000 }, 14_142);
    const begun = desk.words.writing.value;
    if (begun === null) throw new Error("no note");
    desk.words.writing.value = { ...begun, text: "예산 확인\n다시" };
    desk.words.finish();
    expect(asked).toMatchObject([
      { type: "AddStroke", stream: "notes", stroke: { tool: "note", text: "예산 확인\n다시" } },
    ]);
  });

  test("without words leaves nothing, and an emptied one goes", () => {
    const desk = deskOf("member");
    desk.words.begin(page("d1"), { x: 0, y: 0 }, 14_142);
    desk.words.finish();
    expect(asked).toEqual([]);
    const stood = { ...mark("me", "notes"), stroke: { ...stroke("n"), tool: "note" as const } };
    desk.words.change(stood, 14_142);
    const now = desk.words.writing.value;
    if (now !== null) desk.words.writing.value = { ...now, text: " " };
    desk.words.finish();
    expect(asked).toMatchObject([{ type: "EraseStrokes", stroke_ids: ["n"] }]);
  });
});

test("each tool keeps its colour", () => {
  const desk = deskOf("member");
  desk.take("pen");
  desk.colour.value = "blue";
  desk.take("highlighter");
  desk.colour.value = "yellow";
  desk.take("pen");
  expect(desk.colour.value).toBe("blue");
});

test("fingers write until a pen is seen, or as somebody chose", () => {
  const { fingers } = deskOf("member");
  expect(fingers.write.value).toBe(true);
  fingers.penSeen();
  expect(fingers.write.value).toBe(false);
  fingers.choose(true);
  fingers.penSeen();
  expect(fingers.write.value).toBe(true);
});
