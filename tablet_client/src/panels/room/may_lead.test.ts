import { expect, it } from "vitest";
import type { Present, Role, Snapshot } from "../../protocol/messages.ts";
import { canBeGiven, mayTake } from "./may_lead.ts";

const meeting = (phase: Snapshot["phase"], lead: string | null) =>
  ({ phase, lead: lead === null ? null : { seat_id: lead, name: lead } }) as Snapshot;

const seat = (seat_id: string, role: Role): Present => ({
  seat_id,
  name: seat_id,
  role,
  following: true,
});

const here = [seat("me", "presenter"), seat("other", "presenter")];

it("lets a presenter start only while nobody leads an open meeting", () => {
  expect(mayTake(meeting("open", null), "presenter", here)).toBe("free");
  expect(mayTake(meeting("open", "other"), "presenter", here)).toBe("no");
  expect(mayTake(meeting("preparing", null), "presenter", here)).toBe("no");
});

it("lets a presenter start when the leader is away, once it is known who is here", () => {
  const led = meeting("open", "gone");
  expect(mayTake(led, "presenter", here)).toBe("free");
  expect(mayTake(led, "presenter", [])).toBe("no");
  expect(mayTake(led, "member", here)).toBe("no");
});

it("lets chair and secretary step in, and nobody else", () => {
  const led = meeting("open", "other");
  const roles: Role[] = ["secretary", "chair", "presenter", "member", "observer", "screen"];
  expect(roles.filter((role) => mayTake(led, role, here) === "over")).toEqual([
    "secretary",
    "chair",
  ]);
  expect(mayTake(meeting("open", null), "member", here)).toBe("no");
});

it("offers the lead to everyone who can hold it but has it not", () => {
  const presence = [
    seat("leader", "presenter"),
    seat("member", "member"),
    seat("observer", "observer"),
    seat("wall", "screen"),
  ];
  expect(canBeGiven(presence, "leader").map((each) => each.seat_id)).toEqual(["member"]);
});
