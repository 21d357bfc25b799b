import { expect, it } from "vitest";
import type { Present } from "../../protocol/messages.ts";
import { snapshot } from "../../testing/a_meeting.ts";
import { leaderIsAway } from "./leader_away.ts";

const seat = (seat_id: string): Present => ({
  seat_id,
  name: seat_id,
  role: "presenter",
  following: true,
});

const led = snapshot({ lead: { seat_id: "kim", name: "김유성 과장" } });

it("knows a leader who has gone from one who is here", () => {
  expect(leaderIsAway(led, [seat("me")])).toBe(true);
  expect(leaderIsAway(led, [seat("me"), seat("kim")])).toBe(false);
});

it("says nothing of a room without a leader, or without names", () => {
  expect(leaderIsAway(snapshot(), [seat("me")])).toBe(false);
  expect(leaderIsAway(led, [])).toBe(false);
});
