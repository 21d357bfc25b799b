import { signal } from "@preact/signals-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { HandTool, InkDesk } from "../ink/desk.ts";
import { WIDTHS } from "../ink/outline.ts";
import type { Room, SheetMark } from "../meeting/room.ts";
import type { PageRef, SignalFromTablet, StreamName, Stroke } from "../protocol/messages.ts";
import { page, stroke } from "../testing/a_meeting.ts";
import { Hand } from "./hand.ts";

let shown: { value: PageRef };
let tool: { value: HandTool };
let layer: { value: StreamName };
let ink: { value: readonly SheetMark[] };
let passed: SignalFromTablet[];
let drawn: [Stroke, StreamName][];
let erased: string[];
let put: [PageRef, number][];
let hand: Hand;

beforeEach(() => {
  shown = signal<PageRef>(page("d1"));
  tool = signal<HandTool>("pen");
  layer = signal<StreamName>("meeting");
  ink = signal<readonly SheetMark[]>([]);
  [passed, drawn, erased, put] = [[], [], [], []];
  const room = {
    shown,
    ink,
    leading: signal(true),
    pass: (each: SignalFromTablet) => passed.push(each),
  };
  const desk: Partial<InkDesk> = {
    tool: tool as InkDesk["tool"],
    layers: { now: layer } as InkDesk["layers"],
    weight: signal("medium" as const),
    choosing: { box: signal(null), marks: signal([]) } as unknown as InkDesk["choosing"],
    words: { put: (on, at) => put.push([on, at.x]) } as Partial<
      InkDesk["words"]
    > as InkDesk["words"],
    colour: signal("black"),
    pointerLook: signal({ colour: "blue", shape: "ring", size: "large" } as const),
    draw: (each, stream) => drawn.push([each, stream]),
    mayErase: (mark) => mark.by.seat_id === "me",
    erase: (_page, _stream, marks) => erased.push(...marks.map((mark) => mark.stroke.stroke_id)),
  };
  let ids = 0;
  hand = new Hand(room as unknown as Room, desk as InkDesk, () => `s${++ids}`);
});

function at(x: number, y = 100): { x: number; y: number; pressure: number } {
  return { x, y, pressure: 128 };
}

function mark(id: string, by: string, y: number): SheetMark {
  const points = [0, y, 128, 1_000, y, 128];
  const on = { ...stroke(id), points };
  return { stroke: on, by: { seat_id: by, name: "" }, seq: 1, stream: "meeting", unsent: false };
}

describe("drawing", () => {
  test("ends with one stroke on the layer in hand", () => {
    hand.begin(at(0), false);
    hand.go([at(50), at(100)]);
    hand.finish();
    expect(drawn).toHaveLength(1);
    const [whole, stream] = drawn[0] ?? [];
    expect([whole?.points, stream]).toEqual([
      [0, 100, 128, 50, 100, 128, 100, 100, 128],
      "meeting",
    ]);
    hand.finish();
    expect(drawn).toHaveLength(1);
  });

  test("belongs to the page it was begun on", () => {
    hand.begin(at(0), false);
    shown.value = page("d2");
    hand.finish();
    expect(drawn[0]?.[0].page).toEqual(page("d1"));
  });

  test("that was no stroke leaves nothing", () => {
    hand.begin(at(0), false);
    hand.abandon();
    hand.finish();
    expect(drawn).toEqual([]);
  });

  test("with a black highlighter is yellow: black would hide what it marks", () => {
    tool.value = "highlighter";
    hand.begin(at(0), false);
    hand.finish();
    expect(drawn[0]?.[0]).toMatchObject({
      tool: "highlighter",
      colour: "yellow",
      width: WIDTHS.highlighter,
    });
  });
});

describe("what the device foresees", () => {
  test("is painted, and never kept", () => {
    hand.begin(at(0), false);
    hand.go([at(50)]);
    hand.foresee([at(90), at(120)]);
    expect(hand.drawing?.ahead.map((point) => point.x)).toEqual([90, 120]);
    hand.go([at(100)]);
    expect(hand.drawing?.ahead).toEqual([]);
    hand.foresee([at(140)]);
    hand.finish();
    expect(drawn[0]?.[0].points).toEqual([0, 100, 128, 50, 100, 128, 100, 100, 128]);
  });
});

test("a stamp is put where the tool is lifted, on the page it came down on", () => {
  tool.value = "stamp";
  hand.begin(at(500), false);
  hand.go([at(520)]);
  hand.finish();
  expect([put, drawn]).toEqual([[[page("d1"), 520]], []]);
});

describe("telling the others", () => {
  test("of a shared stroke, only what is new, at most every 33 ms", () => {
    hand.begin(at(0), false);
    hand.go([at(50)]);
    expect(hand.tell(1_000)).toBe(false);
    hand.go([at(100)]);
    expect(hand.tell(1_032)).toBe(true);
    expect(hand.tell(1_033)).toBe(false);
    expect(passed).toMatchObject([
      { type: "StrokeProgress", start: 0, points: [0, 100, 128, 50, 100, 128] },
      { type: "StrokeProgress", start: 2, points: [100, 100, 128] },
    ]);
  });

  test("nothing of a private one", () => {
    layer.value = "notes";
    hand.begin(at(0), false);
    hand.tell(1_000);
    expect(passed).toEqual([]);
  });

  test("where the pointer is and how it looks, and that it has gone", () => {
    tool.value = "pointer";
    hand.hover(at(10.4));
    hand.tell(1_000);
    hand.stopPointing();
    hand.stopPointing();
    expect(passed).toEqual([
      {
        type: "PointerAt",
        page: page("d1"),
        x: 10,
        y: 100,
        colour: "blue",
        shape: "ring",
        size: "large",
      },
      { type: "PointerGone" },
    ]);
  });
});

describe("erasing", () => {
  beforeEach(() => {
    ink.value = [mark("a", "me", 100), mark("b", "me", 3_000), mark("c", "other", 100)];
    tool.value = "eraser";
  });

  test("hides at once what it touches and may take, and erases it when lifted", () => {
    hand.begin(at(500, 0), false);
    hand.go([at(500, 400)]);
    expect([[...hand.erasing], erased]).toEqual([["a"], []]);
    hand.finish();
    expect([[...hand.erasing], erased]).toEqual([[], ["a"]]);
  });

  test("sweeps between two reports of a fast pen", () => {
    hand.begin(at(500, 600), false);
    hand.go([at(500, 9_000)]);
    hand.finish();
    expect(erased).toEqual(["b"]);
  });

  test("is what a pen's other end does, whatever the tool", () => {
    tool.value = "pen";
    hand.begin(at(500, 100), true);
    hand.finish();
    expect([erased, drawn]).toEqual([["a"], []]);
  });
});
