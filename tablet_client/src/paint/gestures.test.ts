import { beforeEach, describe, expect, test } from "vitest";
import { Gestures, type PointerKind, type Touch } from "./gestures.ts";

let done: string[];
let gestures: Gestures;
let tool: boolean;
let near: boolean;
let link: boolean;
let fingers: boolean;

beforeEach(() => {
  [done, tool, near, link, fingers] = [[], false, false, false, true];
  const say = (word: string) => done.push(word);
  gestures = new Gestures({
    isToolInHand: () => tool,
    isZoomed: () => near,
    stageWidth: () => 1_000,
    begin: (touch) => say(`begin ${touch.x}`),
    go: (touch) => say(`go ${touch.x}`),
    foresee: (touches) => say(`foresee ${touches.map((touch) => touch.x).join()}`),
    fingersWrite: () => fingers,
    penSeen: () => {
      fingers = false;
    },
    end: () => say("end"),
    abandon: () => say("abandon"),
    pan: (dx, dy) => say(`pan ${dx} ${dy}`),
    pinch: (factor) => say(`pinch ${factor}`),
    tap: (at) => {
      if (link) say(`tap ${at.x}`);
      return link;
    },
    toggle: (at) => say(`toggle ${at.x}`),
    step: (by) => say(`step ${by}`),
  });
});

function at(x: number, y = 500, more: Partial<Touch> = {}): Touch {
  return { id: 1, kind: "touch", x, y, at: 0, pressure: 128, eraser: false, contact: 20, ...more };
}

function drag(kind: PointerKind, from: number, to: number, dy = 0, ms = 100): void {
  gestures.down(at(from, 500, { kind }));
  gestures.move(at(to, 500 + dy, { kind, at: ms }));
  gestures.up(at(to, 500 + dy, { kind, at: ms }));
}

describe("a finger without a tool", () => {
  test.each([
    ["swipes left: the next page", 600, 500, 0, ["step 1"]],
    ["swipes right: the page before", 500, 600, 0, ["step -1"]],
    ["hardly moves sideways: nothing", 500, 530, 0, []],
    ["moves down more than sideways: nothing", 500, 560, 80, []],
    ["taps the right quarter", 900, 902, 0, ["step 1"]],
    ["taps the left quarter", 100, 102, 0, ["step -1"]],
    ["taps the middle: nothing", 500, 500, 0, []],
  ])("%s", (_what, from, to, dy, expected) => {
    drag("touch", from, to, dy);
    expect(done).toEqual(expected);
  });

  test("that rests on the edge turns no page", () => {
    drag("touch", 900, 900, 0, 500);
    expect(done).toEqual([]);
  });

  test("moves the page when it is near, and does not turn it", () => {
    near = true;
    drag("touch", 600, 500, 10);
    expect(done).toEqual(["pan -100 10"]);
  });
});

describe("two taps", () => {
  function tap(x: number, ms: number, kind: PointerKind = "touch"): void {
    gestures.down(at(x, 500, { kind, at: ms }));
    gestures.up(at(x, 500, { kind, at: ms + 60 }));
  }

  test.each(["touch", "mouse"] as const)(
    "by %s bring the place near, four bring it back",
    (kind) => {
      for (const ms of [0, 200]) tap(505, ms, kind);
      expect(done).toEqual(["toggle 505"]);
      for (const ms of [400, 600]) tap(505, ms, kind);
      expect(done).toEqual(["toggle 505", "toggle 505"]);
    },
  );

  test("are single ones when they lie apart in time or place", () => {
    tap(505, 0);
    tap(505, 900);
    tap(560, 1_000);
    expect(done).toEqual([]);
  });

  test("on the edge are two turns, at once", () => {
    tap(900, 0);
    tap(900, 200);
    expect(done).toEqual(["step 1", "step 1"]);
  });

  test("of a tool in hand are two dots", () => {
    tool = true;
    tap(500, 0);
    tap(500, 200);
    expect(done).toEqual(["begin 500", "end", "begin 500", "end"]);
  });
});

describe("two fingers", () => {
  test("pinch, and lifting them turns nothing", () => {
    gestures.down(at(400, 500, { id: 1 }));
    gestures.down(at(600, 500, { id: 2 }));
    gestures.move(at(800, 500, { id: 2 }));
    gestures.up(at(800, 500, { id: 2 }));
    gestures.move(at(100, 500, { id: 1 }));
    gestures.up(at(100, 500, { id: 1 }));
    expect(done).toEqual(["pinch 2"]);
  });

  test("put down together with a tool in hand pinch and leave no ink", () => {
    tool = true;
    gestures.down(at(400, 500, { id: 1 }));
    gestures.down(at(600, 500, { id: 2, at: 50 }));
    gestures.move(at(700, 500, { id: 2, at: 60 }));
    expect(done).toEqual(["begin 400", "abandon", "pinch 1.5"]);
  });

  test("the second of which comes late do not break the line", () => {
    tool = true;
    gestures.down(at(400, 500, { id: 1 }));
    gestures.down(at(600, 500, { id: 2, at: 900 }));
    gestures.move(at(410, 500, { id: 1, at: 910 }));
    gestures.up(at(410, 500, { id: 1, at: 920 }));
    expect(done).toEqual(["begin 400", "go 410", "end"]);
  });
});

describe("a pen", () => {
  test("writes with any tool", () => {
    drag("pen", 100, 200);
    expect(done).toEqual(["begin 100", "go 200", "end"]);
  });

  test("ends writing by finger: from then on a palm leaves no ink", () => {
    tool = true;
    drag("touch", 100, 200);
    drag("pen", 100, 200);
    done = [];
    gestures.down(at(600, 500, { at: 900 }));
    gestures.up(at(500, 500, { at: 1_000 }));
    expect(done).toEqual(["step 1"]);
  });

  test("that is near or was just lifted keeps its hand from meaning anything", () => {
    gestures.near(at(100, 500, { id: 9, kind: "pen", at: 1_000 }));
    gestures.down(at(600, 500, { at: 1_200 }));
    gestures.up(at(500, 500, { at: 1_250 }));
    gestures.down(at(100, 500, { id: 9, kind: "pen", at: 1_300 }));
    gestures.up(at(100, 500, { id: 9, kind: "pen", at: 2_000 }));
    gestures.down(at(600, 500, { at: 2_100 }));
    gestures.up(at(500, 500, { at: 2_150 }));
    expect(done).toEqual(["begin 100", "end"]);
  });

  test("is foreseen once all its reports were told, and only while it writes", () => {
    const pen = at(100, 500, { id: 1, kind: "pen" });
    gestures.foresee(pen, [at(110)]);
    gestures.down(pen);
    gestures.move(at(120, 500, { id: 1, kind: "pen" }));
    gestures.foresee(pen, [at(130), at(140)]);
    expect(done).toEqual(["begin 100", "go 120", "foresee 130,140"]);
  });

  test("takes the sheet from a palm that lay there first", () => {
    tool = true;
    gestures.down(at(700, 900, { id: 7 }));
    gestures.down(at(100, 500, { id: 1, kind: "pen" }));
    gestures.move(at(710, 900, { id: 7 }));
    gestures.move(at(120, 500, { id: 1, kind: "pen" }));
    gestures.up(at(120, 500, { id: 1, kind: "pen" }));
    gestures.up(at(710, 900, { id: 7 }));
    expect(done).toEqual(["begin 700", "abandon", "begin 100", "go 120", "end"]);
  });

  test("is not disturbed by a palm that comes later", () => {
    gestures.down(at(100, 500, { id: 1, kind: "pen" }));
    gestures.down(at(700, 900, { id: 7 }));
    gestures.move(at(710, 900, { id: 7 }));
    gestures.up(at(710, 900, { id: 7 }));
    gestures.up(at(100, 500, { id: 1, kind: "pen" }));
    expect(done).toEqual(["begin 100", "end"]);
  });

  test("that the system takes away keeps its line, a finger does not", () => {
    gestures.down(at(100, 500, { kind: "pen" }));
    gestures.cancel(at(100, 500, { kind: "pen" }));
    expect(done).toEqual(["begin 100", "end"]);
  });
});

describe("a palm", () => {
  test("never draws, and never moves the page", () => {
    tool = true;
    gestures.down(at(600, 500, { contact: 90 }));
    gestures.move(at(500, 500, { contact: 90, at: 50 }));
    gestures.up(at(500, 500, { contact: 90, at: 100 }));
    expect(done).toEqual([]);
  });

  test("that came down on its edge takes its line back", () => {
    tool = true;
    gestures.down(at(600));
    gestures.move(at(610, 500, { contact: 90 }));
    gestures.move(at(620, 500, { contact: 90 }));
    gestures.up(at(620));
    expect(done).toEqual(["begin 600", "abandon"]);
  });
});

test("fingers that may write do so beside a pen that was put away", () => {
  tool = true;
  gestures.near(at(0, 0, { id: 9, kind: "pen", at: 0 }));
  fingers = true;
  gestures.down(at(100, 500, { at: 5_000 }));
  gestures.up(at(100, 500, { at: 5_100 }));
  expect(done).toEqual(["begin 100", "end"]);
});

test("a finger's line that the system takes away is no line", () => {
  tool = true;
  gestures.down(at(100));
  gestures.cancel(at(100));
  drag("touch", 300, 400);
  expect(done).toEqual(["begin 100", "abandon", "begin 300", "go 400", "end"]);
});

test("a mouse writes with a tool and swipes without", () => {
  drag("mouse", 600, 500);
  tool = true;
  drag("mouse", 600, 500);
  expect(done).toEqual(["step 1", "begin 600", "go 500", "end"]);
});

describe("a tap on something", () => {
  beforeEach(() => {
    link = true;
  });

  test("means it, even where a tap would turn the page", () => {
    gestures.down(at(950));
    gestures.up(at(952, 500, { at: 100 }));
    expect(done).toEqual(["tap 952"]);
  });

  test("a swipe that begins on it turns the page, and a long press means nothing", () => {
    drag("touch", 600, 500);
    expect(done).toEqual(["step 1"]);
    gestures.down(at(950));
    gestures.up(at(950, 500, { at: 600 }));
    expect(done).toEqual(["step 1"]);
  });

  test("means nothing with a tool in hand", () => {
    tool = true;
    gestures.down(at(500));
    gestures.up(at(500, 500, { at: 100 }));
    expect(done).toEqual(["begin 500", "end"]);
  });
});
