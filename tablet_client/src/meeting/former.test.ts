import { describe, expect, test } from "vitest";
import type { AnyCommand } from "../protocol/messages.ts";
import { page, stroke } from "../testing/a_meeting.ts";
import { handedOn, inkLeft, type NamedSeat, offeredTo } from "./former.ts";
import type { Unsent } from "./keeping.ts";

const seat = (seat_id: string, name = "조은별 과장", meeting_id = "m1"): NamedSeat => ({
  seat_id,
  meeting_id,
  name,
});

let order = 0;
const unsent = (command: AnyCommand, at = 1_000): Unsent => ({ order: order++, at, command });

const drawn = (id: string, stream: "meeting" | "notes" | "collected" = "notes", at = 1_000) =>
  unsent({ type: "AddStroke", command_id: `add-${id}`, stream, stroke: stroke(id) }, at);

const erased = (...stroke_ids: string[]) =>
  unsent({
    type: "EraseStrokes",
    command_id: `erase-${stroke_ids}`,
    stream: "notes",
    page: page("d1"),
    stroke_ids,
  });

const idsOf = (ink: ReturnType<typeof inkLeft>) =>
  ink.map(({ command }) => command.stroke.stroke_id);

describe("who is offered what", () => {
  const me = seat("new");
  const offered = (...former: NamedSeat[]) => offeredTo(me, former).map((each) => each.seat_id);

  test("is the same name in the same meeting, whatever spaces stand around it", () => {
    expect(offered(seat("a"), seat("b", "  조은별 과장 "))).toEqual(["a", "b"]);
    expect(offered(seat("a", "조은별 과장".normalize("NFD")))).toEqual(["a"]);
  });

  test("is no other name, no other meeting, and not the seat itself", () => {
    expect(offered(seat("a", "노을 과장"), seat("b", "조은별"), seat("c", "조 은별 과장"))).toEqual(
      [],
    );
    expect(offered(seat("a", "조은별 과장", "m2"), seat("new"))).toEqual([]);
  });

  test("is nothing for who has no name", () => {
    expect(offeredTo(seat("new", " "), [seat("a", "")])).toEqual([]);
  });
});

describe("the ink left", () => {
  test("is what was drawn, oldest first, without what was only of that moment", () => {
    const first = drawn("a");
    const turn = unsent({ type: "TurnPage", command_id: "t", page: page("d1", 2) });
    const second = drawn("b", "meeting");
    expect(idsOf(inkLeft([second, turn, first]))).toEqual(["a", "b"]);
  });

  test("is not what its writer erased again", () => {
    expect(idsOf(inkLeft([drawn("a"), drawn("b"), erased("a", "of-long-ago")]))).toEqual(["b"]);
  });

  test("is what was drawn once more after it was erased", () => {
    expect(idsOf(inkLeft([drawn("a"), drawn("b"), erased("a"), drawn("a")]))).toEqual(["b", "a"]);
  });
});

describe("handed on", () => {
  let made = 0;
  const makeId = () => `new-${made++}`;

  test("every stroke is asked for again as it was, in its log, under a command of its own", () => {
    made = 0;
    const lot = [drawn("a", "notes"), drawn("b", "meeting"), drawn("c", "collected")];
    const handed = handedOn([lot], makeId);
    expect(handed.map((each) => each.command)).toEqual([
      { type: "AddStroke", command_id: "new-0", stream: "notes", stroke: stroke("a") },
      { type: "AddStroke", command_id: "new-1", stream: "meeting", stroke: stroke("b") },
      { type: "AddStroke", command_id: "new-2", stream: "collected", stroke: stroke("c") },
    ]);
    expect(handed.map((each) => each.order)).toEqual([0, 1, 2]);
  });

  test("the seat that wrote first comes first, each in its own order", () => {
    const later = [drawn("c", "notes", 3_000), drawn("d", "notes", 2_500)];
    const earlier = [drawn("a", "notes", 1_000), drawn("b", "notes", 2_900)];
    expect(idsOf(handedOn([later, [], earlier], makeId))).toEqual(["a", "b", "c", "d"]);
  });

  test("erasures are not: they may be of what is another seat's now", () => {
    const handed = handedOn([[drawn("a"), erased("of-long-ago")]], makeId);
    expect(handed.map((each) => each.command.type)).toEqual(["AddStroke"]);
  });
});
