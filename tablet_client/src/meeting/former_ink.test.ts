// Notes of a seat that is over: offered, taken over, thrown away, and never lost in between.
import { beforeEach, expect, test } from "vitest";
import { stroke } from "../testing/a_meeting.ts";
import { MemoryShelf } from "../testing/memory_shelf.ts";
import { openFormerInk, tidyFormer } from "./former_ink.ts";
import type { Unsent } from "./keeping.ts";

const ME = { seat_id: "new", meeting_id: "m1", name: "조은별 과장" };
const BEFORE = { ...ME, seat_id: "old" };
const NEIGHBOUR = { ...ME, seat_id: "next", name: "노을 과장" };

let shelf: MemoryShelf;
let adopted: Unsent[];
let askedAfter: string[];
let ended: Set<string>;

const drawn = (id: string, order = 0): Unsent => ({
  order,
  at: 1_000,
  command: { type: "AddStroke", command_id: `of-${id}`, stream: "notes", stroke: stroke(id) },
});

const turned: Unsent = {
  order: 9,
  at: 1_000,
  command: { type: "LeaveLead", command_id: "turned" },
};

async function enter(me = ME) {
  let ids = 0;
  const former = openFormerInk(me, shelf, {
    adopt: (unsent) => adopted.push(...unsent),
    makeId: () => `made-${ids++}`,
    isOver: async (seatId) => {
      askedAfter.push(seatId);
      return ended.has(seatId);
    },
  });
  await former.look();
  return former;
}

beforeEach(() => {
  shelf = new MemoryShelf();
  adopted = [];
  askedAfter = [];
  ended = new Set();
  shelf.remember(BEFORE);
  shelf.rows.set("old", [drawn("a"), drawn("b", 1), turned]);
});

test("the same name is told how many there are", async () => {
  expect((await enter()).count.value).toBe(2);
});

test("another name is told nothing, and nothing is read for it", async () => {
  expect((await enter(NEIGHBOUR)).count.value).toBe(0);
  expect(shelf.asked).toEqual([]);
});

test("taken over, they are the new seat's, on its line, and offered no more", async () => {
  const former = await enter();
  expect(await former.takeOver()).toBe(true);
  expect(adopted.map((each) => each.command.command_id)).toEqual(["made-0", "made-1"]);
  expect(shelf.rows.get("new")).toEqual(adopted);
  expect(shelf.rows.has("old")).toBe(false);
  expect([former.count.value, shelf.seats()]).toEqual([0, []]);
});

test("where that fails they stay, and are offered still", async () => {
  const former = await enter();
  shelf.breaks = true;
  expect(await former.takeOver()).toBe(false);
  expect(await former.throwAway()).toBe(false);
  expect([adopted, former.count.value]).toEqual([[], 2]);
  expect([shelf.rows.get("old")?.length, shelf.seats()]).toEqual([3, [BEFORE]]);
});

test("thrown away they are gone, and the neighbour's are not", async () => {
  shelf.remember(NEIGHBOUR);
  shelf.rows.set("next", [drawn("c")]);
  const former = await enter();
  expect(await former.throwAway()).toBe(true);
  expect([...shelf.rows.keys()]).toEqual(["next"]);
  expect([shelf.seats(), adopted, former.count.value]).toEqual([[NEIGHBOUR], [], 0]);
});

test("a seat that is over is remembered with its notes, not without", async () => {
  const neighbour = await enter(NEIGHBOUR);
  expect(await neighbour.leave()).toBe(0);
  expect(shelf.seats()).toEqual([BEFORE]);
  shelf.rows.set("next", [drawn("c"), turned]);
  expect(await neighbour.leave()).toBe(1);
  expect(shelf.seats()).toEqual([BEFORE, NEIGHBOUR]);
});

test("a seat that ended while nobody looked is found by asking the service", async () => {
  shelf.forget("old");
  shelf.others = [BEFORE, ME, NEIGHBOUR, { ...BEFORE, seat_id: "empty" }];
  expect((await enter()).count.value).toBe(0);
  ended.add("old");
  const former = await enter();
  expect([former.count.value, shelf.seats()]).toEqual([2, [BEFORE]]);
  expect(askedAfter).toEqual(["old", "old"]);
  expect(await former.takeOver()).toBe(true);
  expect(adopted).toHaveLength(2);
});

test("a tablet that cannot be read offers nothing and says nothing", async () => {
  shelf.breaks = true;
  const former = await enter();
  expect([former.count.value, await former.leave()]).toEqual([0, 0]);
});

test("a seat without notes is forgotten, one that cannot be read is not", async () => {
  shelf.remember(NEIGHBOUR);
  shelf.rows.set("next", [turned]);
  shelf.breaks = true;
  await tidyFormer(shelf);
  expect(shelf.seats()).toEqual([BEFORE, NEIGHBOUR]);
  shelf.breaks = false;
  await tidyFormer(shelf);
  expect(shelf.seats()).toEqual([BEFORE]);
  expect([...shelf.rows.keys()]).toEqual(["old", "next"]);
});
