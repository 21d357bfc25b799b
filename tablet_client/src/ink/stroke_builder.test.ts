import { expect, test } from "vitest";
import { page } from "../testing/a_meeting.ts";
import { unpack } from "./geometry.ts";
import { StrokeBuilder } from "./stroke_builder.ts";

const LOOK = { page: page("d1"), tool: "pen", colour: "blue", width: 38 } as const;

function builder(most?: number): StrokeBuilder {
  let ids = 0;
  return new StrokeBuilder(LOOK, () => `s${++ids}`, most);
}

test("a stroke carries whole numbers within the wire's bounds", () => {
  const drawn = builder();
  drawn.add({ x: -30_000, y: 10.6, pressure: 300 });
  drawn.add({ x: 99.4, y: 2_000_000, pressure: -1 });
  expect(drawn.finish()).toEqual({
    ...LOOK,
    stroke_id: "s1",
    points: [-20_000, 11, 255, 99, 1_000_000, 0],
    text: "",
  });
});

test("points that say nothing new are left out, the first never", () => {
  const drawn = builder();
  for (const x of [0, 1, 5, 6, 7, 11, 12]) drawn.add({ x, y: 0, pressure: 128 });
  expect(drawn.points.map((point) => point.x)).toEqual([0, 6, 12]);
});

test("a dot is a stroke; nothing is none", () => {
  const drawn = builder();
  expect(drawn.finish()).toBeNull();
  drawn.add({ x: 5, y: 5, pressure: 128 });
  expect(drawn.finish()?.points).toEqual([5, 5, 128]);
});

test("a line that grows too long goes on as another from the same point", () => {
  const drawn = builder(3);
  const parts = [0, 10, 20, 30, 40].map((x) => drawn.add({ x, y: 0, pressure: 128 }));
  const full = parts.filter((part) => part !== null);
  const xs = [...full, drawn.finish()].map((part) =>
    unpack(part?.points ?? []).map((point) => point.x),
  );
  expect(xs).toEqual([[0, 10, 20], [20, 30, 40], [40]]);
  expect(new Set([...full.map((part) => part.stroke_id), drawn.id]).size).toBe(3);
});
