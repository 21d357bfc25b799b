// Two pages at once: the presenter's beside one's own.
import { beforeEach, expect, test } from "vitest";
import type { Following, Snapshot } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { page } from "../testing/a_meeting.ts";
import { ARoom, mark } from "../testing/a_room.ts";
import { roomBeside } from "./beside.ts";

let tablet: ARoom;

beforeEach(async () => {
  tablet = await ARoom.open();
});

const turned = (number: number) =>
  ({ type: "PageTurned", page: page("d1", number), region: null }) as const;
const mode = (following: Following) => ({ type: "FollowingSet", following }) as const;
const LED: Partial<Snapshot> = { lead: { seat_id: "other", name: "김간사" }, page: page("d1", 1) };

function theirs(): string | null {
  const at = tablet.room.beside.page.value;
  return at === null ? null : pageKey(at);
}

test("one's own page stays while the presenter's turns beside it", () => {
  tablet.enter("member", { ...LED, seq: 10 });
  tablet.room.beside.open();
  tablet.advance(11, turned(2));
  expect([tablet.room.beside.isOn.value, tablet.at, theirs()]).toEqual([true, "d1.1.1", "d1.1.2"]);
  tablet.room.step(1);
  expect([tablet.at, theirs()]).toEqual(["d1.1.2", "d1.1.2"]);
});

test("merged, there is the presenter's page alone", () => {
  tablet.enter("member", { ...LED, seq: 10 });
  tablet.room.beside.open();
  tablet.advance(11, turned(2));
  tablet.room.beside.close();
  const { beside, following } = tablet.room;
  expect([beside.isOn.value, following.value, tablet.at]).toEqual([false, true, "d1.1.2"]);
});

test("who has the presenter's page beside them counts as being on it", () => {
  tablet.enter("member", { ...LED, seq: 10 });
  tablet.room.beside.open();
  tablet.advance(11, turned(2));
  const told = tablet.line.said.filter((each) => each.type === "PageReached").at(-1);
  expect(told).toMatchObject({ page: page("d1", 2), following: true });
});

test("who is held or leads has one page, and two again afterwards", () => {
  tablet.enter("member", { ...LED, seq: 10 });
  tablet.room.beside.open();
  tablet.advance(11, mode("hold"));
  expect(tablet.room.beside.isOn.value).toBe(false);
  tablet.advance(12, turned(2));
  tablet.advance(13, mode("follow"));
  tablet.advance(14, turned(1));
  expect([tablet.room.beside.isOn.value, tablet.at, theirs()]).toEqual([true, "d1.1.2", "d1.1.1"]);
  tablet.advance(15, { type: "LeadPassed", to: { seat_id: "me", name: "이과장" } });
  expect(tablet.room.beside.isOn.value).toBe(false);
});

test("the sheet beside has the ink of its own page, and no hand", () => {
  tablet.enter("member", { ...LED, seq: 10, inked: { "d1.1.2": 1 } });
  tablet.room.beside.open();
  tablet.advance(11, turned(2));
  tablet.ink([mark("theirs", 5, page("d1", 2))], { on: page("d1", 2) });
  const beside = roomBeside(tablet.room);
  expect(beside.ink.value.map((each) => each.stroke.stroke_id)).toEqual(["theirs"]);
  expect(tablet.strokes).toEqual([]);
  beside.step(1);
  beside.show(page("d1", 1));
  expect([tablet.at, theirs()]).toEqual(["d1.1.1", "d1.1.2"]);
});
