// A tablet among others: who is here, and how it goes along with the presenter.
import { beforeEach, describe, expect, test } from "vitest";
import type { Following, Presence, Present, Receipts, Snapshot } from "../protocol/messages.ts";
import { page, snapshot } from "../testing/a_meeting.ts";
import { ARoom } from "../testing/a_room.ts";

let tablet: ARoom;

beforeEach(async () => {
  tablet = await ARoom.open();
});

const turned = (number: number, document = "d1") =>
  ({ type: "PageTurned", page: page(document, number), region: null }) as const;
const mode = (following: Following) => ({ type: "FollowingSet", following }) as const;
const LED: Partial<Snapshot> = { lead: { seat_id: "other", name: "김간사" }, page: page("d1", 1) };
const MINE: Partial<Snapshot> = { lead: { seat_id: "me", name: "이과장" }, page: page("d1", 1) };

describe("presence", () => {
  const seat = (seat_id: string, following = true): Present => ({
    seat_id,
    name: seat_id,
    role: "member",
    following,
  });
  const told = (change: Partial<Presence>): Presence => {
    const none = { following: 0, seats: [], gone: [], lost_since: null };
    return { type: "Presence", whole: false, total: 2, ...none, ...change };
  };

  test("is told whole, then by its changes", () => {
    tablet.enter("member", LED);
    const seats = [seat("a"), seat("b")];
    tablet.room.heard(told({ whole: true, total: 2, following: 2, seats }));
    tablet.room.heard(told({ total: 1, following: 1, gone: ["a"], lost_since: 9_000 }));
    const { presence, present, followers, lostSince } = tablet.room;
    expect(presence.value).toEqual([seat("b")]);
    expect([present.value, followers.value, lostSince.value]).toEqual([1, 1, 9_000]);
  });

  test("changes of a hall that was not told on this line say nothing", () => {
    tablet.enter("member", LED);
    tablet.room.heard(told({ total: 9, seats: [seat("c")] }));
    expect(tablet.room.present.value).toBe(0);
    tablet.room.heard(told({ whole: true, total: 1, seats: [seat("a")] }));
    tablet.again();
    tablet.room.heard(told({ total: 9, seats: [seat("c")] }));
    expect(tablet.room.presence.value).toEqual([seat("a")]);
  });

  test("receipts are for those who lead or steer", () => {
    const receipts: Receipts = {
      type: "Receipts",
      page: page("d1"),
      reached: 1,
      of: 2,
      behind: [],
      more: 0,
    };
    tablet.enter("member", MINE);
    tablet.room.heard(receipts);
    expect(tablet.room.receipts.value).toEqual(receipts);
    tablet.advance(11, { type: "LeadPassed", to: null });
    expect(tablet.room.receipts.value).toBeNull();
  });
});

describe("where turns are only offered", () => {
  const offered = () => tablet.room.offered.value;
  const SUGGESTED = { ...LED, following: "suggest" } as const;

  test("the first look is the presenter's page, and a turn moves nobody", () => {
    tablet.enter("member", { ...SUGGESTED, page: page("d1", 2) });
    expect([tablet.at, tablet.room.following.value, offered()]).toEqual(["d1.1.2", true, null]);
    tablet.advance(11, turned(1, "d2"));
    expect([tablet.at, tablet.room.following.value]).toEqual(["d1.1.2", false]);
    expect(offered()).toEqual(page("d2"));
  });

  test("the offer is accepted, and made again with the next turn", () => {
    tablet.enter("member", SUGGESTED);
    tablet.advance(11, turned(1, "d2"));
    tablet.room.rejoin();
    expect([tablet.at, tablet.room.following.value, offered()]).toEqual(["d2.1.1", true, null]);
    tablet.advance(12, turned(3));
    expect([tablet.at, offered()]).toEqual(["d2.1.1", page("d1", 3)]);
  });

  test("who comes to the presenter's page alone is with them", () => {
    tablet.enter("member", SUGGESTED);
    tablet.advance(11, turned(2));
    tablet.room.step(1);
    expect([tablet.room.following.value, offered()]).toEqual([true, null]);
  });

  test("the leader leads, and is offered nothing", () => {
    tablet.enter("presenter", { ...MINE, following: "suggest" });
    tablet.room.step(1);
    expect([tablet.at, tablet.room.following.value, offered()]).toEqual(["d1.1.2", true, null]);
  });

  test("a wall goes along: it has no hands", () => {
    tablet.enter("screen", SUGGESTED);
    tablet.advance(11, turned(1, "d2"));
    expect([tablet.at, offered()]).toEqual(["d2.1.1", null]);
  });

  test("when tablets follow again, all are back", () => {
    tablet.enter("member", SUGGESTED);
    tablet.advance(11, turned(1, "d2"));
    tablet.advance(12, mode("follow"));
    expect([tablet.at, tablet.room.following.value]).toEqual(["d2.1.1", true]);
  });
});

describe("a tablet that is held", () => {
  test("goes back to the presenter and stays there", () => {
    tablet.enter("member", LED);
    tablet.room.show(page("d3"));
    tablet.advance(11, mode("hold"));
    expect([tablet.at, tablet.room.held.value]).toEqual(["d1.1.1", true]);
    tablet.room.step(1);
    tablet.room.show(page("d3"));
    expect([tablet.at, tablet.room.following.value]).toEqual(["d1.1.1", true]);
    tablet.advance(12, turned(2));
    expect(tablet.at).toBe("d1.1.2");
    tablet.advance(13, mode("follow"));
    tablet.room.step(1);
    expect([tablet.at, tablet.room.held.value]).toEqual(["d1.1.3", false]);
  });

  test("is not the chair's, nor the leader's", () => {
    tablet.enter("chair", { ...LED, following: "hold" });
    tablet.room.show(page("d3"));
    expect([tablet.at, tablet.room.held.value]).toEqual(["d3.1.1", false]);
  });

  test("of a member who leads turns the pages", () => {
    tablet.enter("member", { ...MINE, following: "hold" });
    tablet.room.step(1);
    expect([tablet.at, tablet.line.commands()[0]?.type]).toEqual(["d1.1.2", "TurnPage"]);
  });

  test("reads freely before and after the sitting", () => {
    tablet.enter("member", { ...LED, following: "hold", phase: "closed" });
    tablet.room.show(page("d3"));
    expect([tablet.at, tablet.room.held.value]).toEqual(["d3.1.1", false]);
  });
});

describe("an item kept back", () => {
  const documents = snapshot().documents.filter((each) => each.document_id !== "d2");
  const kept = { ...LED, documents, veils: { i1: 2 }, page: page("d1", 2) };

  test("keeps its numbers, and is stepped over", () => {
    tablet.enter("member", kept);
    expect(tablet.room.packet.value.map((each) => each.number)).toEqual([1, 2, 3, 6]);
    expect(tablet.room.pageCount.value).toBe(6);
    tablet.room.show(page("d1", 3));
    tablet.room.step(1);
    expect(tablet.at).toBe("d3.1.1");
    tablet.room.step(-1);
    expect(tablet.at).toBe("d1.1.3");
  });

  test("the meeting goes there: who follows sees none of it, and goes on from its place", () => {
    tablet.enter("member", kept);
    tablet.advance(11, { type: "PageVeiled", item_id: "i1" });
    expect([tablet.at, tablet.room.veiled.value]).toEqual([null, "i1"]);
    expect(tablet.line.said.at(-1)).toEqual({ type: "PageReached", page: null, following: true });
    tablet.room.step(1);
    expect([tablet.at, tablet.room.veiled.value]).toEqual(["d3.1.1", null]);
    tablet.room.rejoin();
    expect([tablet.at, tablet.room.veiled.value]).toEqual([null, "i1"]);
    tablet.room.step(-1);
    expect(tablet.at).toBe("d1.1.3");
  });

  test("the next turn brings followers back; who reads alone was never away", () => {
    tablet.enter("member", kept);
    tablet.advance(11, { type: "PageVeiled", item_id: "i1" });
    tablet.advance(12, turned(1));
    expect([tablet.at, tablet.room.veiled.value]).toEqual(["d1.1.1", null]);
    tablet.room.show(page("d3"));
    tablet.advance(13, { type: "PageVeiled", item_id: "i1" });
    expect([tablet.at, tablet.room.veiled.value]).toEqual(["d3.1.1", null]);
  });

  test("opened, it comes with a fresh Welcome and is where the meeting is", () => {
    tablet.enter("member", { ...kept, page: null, veiled: "i1" });
    expect(tablet.room.veiled.value).toBe("i1");
    tablet.enter("member", { seq: 11, opened: ["i1"], page: page("d2", 1) });
    expect([tablet.at, tablet.room.veiled.value]).toEqual(["d2.1.1", null]);
  });

  test("where turns are only offered, nobody is taken there", () => {
    tablet.enter("member", { ...kept, following: "suggest" });
    tablet.advance(11, { type: "PageVeiled", item_id: "i1" });
    expect([tablet.at, tablet.room.veiled.value]).toEqual(["d1.1.2", null]);
  });
});
