import { expect, test } from "vitest";
import { page, stroke } from "../testing/a_meeting.ts";
import { History } from "./history.ts";
import { packPast, unpackPast } from "./past_kept.ts";

function drawn(strokes: number, points = 2): History {
  const history = new History(() => "new");
  for (let index = 0; index < strokes; index += 1) {
    const on = page("d1", index + 1);
    const line = { ...stroke(`s${index}`, on), points: Array<number>(3 * points).fill(12_345) };
    history.did({ page: on, added: [{ stream: "notes", stroke: line }], erased: [] });
  }
  return history;
}

test("what was done is taken back after a reload", () => {
  const later = new History(() => "new");
  later.restore(unpackPast(packPast(drawn(1))));
  expect(later.undo(page("d1"))).toMatchObject([{ type: "EraseStrokes", stroke_ids: ["s0"] }]);
});

test("of too much the pages written on last are kept", () => {
  const kept = unpackPast(packPast(drawn(60, 2_000)));
  expect(Object.keys(kept).length).toBeLessThan(60);
  expect(kept["d1.1.60"]?.done).toHaveLength(1);
  expect(kept["d1.1.1"]).toBeUndefined();
});

test.each([null, "", "0{}", "[]"])("%j is nothing", (text) => {
  expect(unpackPast(text)).toEqual({});
});
