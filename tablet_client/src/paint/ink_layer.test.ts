// What is painted when: on canvases that only write down what was done to them.
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { SheetMark } from "../meeting/room.ts";
import { stroke } from "../testing/a_meeting.ts";
import { type Canvas, InkLayer, type InkPlace } from "./ink_layer.ts";
import type { Brush } from "./mark_paint.ts";

/** A canvas as a list of deeds; strokes painted one after the other are counted. */
class WrittenCanvas {
  deeds: string[] = [];
  readonly #context = { fill: () => this.#count(), fillStyle: "", globalAlpha: 1 };

  resize = () => this.#note("resize");
  clear = () => this.#note("clear");
  shrink = () => this.#note("shrink");
  remove = () => this.#note("remove");
  copy = () => this.#note("copy");
  stretch = (painted: { scale: number }, wanted: { scale: number }) => {
    this.#note(`stretch ${wanted.scale / painted.scale}`);
  };
  onPage = () => this.#context;
  within = () => {
    this.#note("within");
    return this.#context;
  };

  take(): string[] {
    return this.deeds.splice(0);
  }

  #note(deed: string): void {
    this.deeds.push(deed);
  }

  #count(): void {
    const before = /^paint (\d+)$/.exec(this.deeds.at(-1) ?? "")?.[1];
    if (before !== undefined) this.deeds.pop();
    this.#note(`paint ${Number(before ?? 0) + 1}`);
  }
}

const BRUSH = { inks: {} } as Brush;
const STAGE = { width: 1_000, height: 1_400, ratio: 1 };
const HERE: InkPlace = {
  stage: STAGE,
  placement: { scale: 0.1, left: 0, top: 0 },
  size: [1_000, 1_400],
  key: "d1.1.1",
};
const NEARER: InkPlace = { ...HERE, placement: { scale: 0.2, left: 0, top: 0 } };

let shown: WrittenCanvas;
let unseen: WrittenCanvas;
let layer: InkLayer;
let ids = 0;

beforeAll(() => {
  const path = { moveTo() {}, quadraticCurveTo() {}, closePath() {} };
  Object.assign(globalThis, {
    Path2D: class {
      constructor() {
        Object.assign(this, path);
      }
    },
  });
});

beforeEach(() => {
  [shown, unseen] = [new WrittenCanvas(), new WrittenCanvas()];
  layer = new InkLayer(shown as unknown as Canvas, unseen as unknown as Canvas, BRUSH);
});

function mark(x = 10): SheetMark {
  ids += 1;
  const points = [x, 10, 128, x + 50, 50, 128];
  const by = { seat_id: "kim", name: "" };
  return {
    stroke: { ...stroke(`s${ids}`), points },
    by,
    seq: ids,
    stream: "meeting",
    unsent: false,
  };
}

const many = (count: number) => Array.from({ length: count }, () => mark());

/** Paints frames until none is asked for; what each did to the canvas shown. */
function frames(marks: readonly SheetMark[], place: InkPlace): string[][] {
  const done: string[][] = [];
  for (let frame = 0; frame < 50; frame += 1) {
    const isMore = layer.paint(marks, place);
    done.push(shown.take());
    if (!isMore) return done;
  }
  throw new Error("a picture is never finished");
}

test("a page of few strokes is painted at once", () => {
  expect(frames(many(3), HERE)).toEqual([["resize", "stretch 1", "paint 3"]]);
});

test("one more stroke is painted on top of thousands", () => {
  const marks = many(2_000);
  frames(marks, HERE);
  expect(frames([...marks, mark()], HERE)).toEqual([["paint 1"]]);
});

test("a stroke less has only its place painted anew", () => {
  const [there, far] = [many(20), Array.from({ length: 2_000 }, () => mark(5_000))];
  frames([...there, ...far], HERE);
  expect(frames([...there.slice(1), ...far], HERE)).toEqual([["within", "paint 19"]]);
});

test("a full page fills up over some frames, and takes what comes meanwhile", () => {
  const marks = many(600);
  expect(layer.paint(marks, HERE)).toBe(true);
  expect(shown.take()).toEqual(["resize", "stretch 1", "paint 250"]);
  expect(frames([...marks, mark()], HERE)).toEqual([["paint 250"], ["paint 101"], []]);
});

test("nothing of the last page stays on the next", () => {
  frames(many(3), HERE);
  expect(frames(many(2), { ...HERE, key: "d1.1.2" })).toEqual([["clear", "stretch 1", "paint 2"]]);
});

test("few strokes are painted where the page is moved to, at once", () => {
  const marks = many(3);
  frames(marks, HERE);
  expect(frames(marks, NEARER)).toEqual([["clear", "stretch 1", "paint 3"]]);
});

test("many are stretched, and painted unseen once the page lies still", () => {
  const marks = many(600);
  frames(marks, HERE);
  expect([layer.paint(marks, NEARER), shown.take()]).toEqual([true, ["stretch 2"]]);
  expect(unseen.take()).toEqual([]);
  const later = frames(marks, NEARER).flat();
  expect(later).toEqual(["copy", "stretch 1"]);
  expect(unseen.take()).toEqual(["resize", "paint 600", "shrink"]);
  expect(frames([...marks, mark()], NEARER)).toEqual([["paint 1"]]);
});

test("a page moved again while it is painted begins anew", () => {
  const marks = many(600);
  frames(marks, HERE);
  layer.paint(marks, NEARER);
  for (let frame = 0; frame < 5; frame += 1) layer.paint(marks, NEARER);
  expect(unseen.take()).toEqual(["resize", "paint 500"]);
  layer.paint(marks, HERE);
  frames(marks, HERE);
  expect(unseen.take()).toEqual(["shrink"]);
});

test("what is out of sight is not painted", () => {
  const marks = [mark(10), mark(9_900)];
  frames(marks, HERE);
  expect(frames(marks, NEARER)).toEqual([["clear", "stretch 1", "paint 1"]]);
});
