import { expect, it } from "vitest";
import type { Present, Role, Snapshot } from "../../protocol/messages.ts";
import { canBeGiven, mayAsk, mayTake } from "./may_lead.ts";

const meeting = (phase: Snapshot["phase"], lead: string | null) =>
  ({ phase, lead: lead === null ? null : { seat_id: lead, name: lead } }) as Snapshot;

const seat = (seat_id: string, role: Role): Present => ({
  seat_id,
  name: seat_id,
  role,
  following: true,
});

it("lets a presenter start only while nobody leads an open meeting", () => {
  expect(mayTake(meeting("open", null), "presenter", null)).toBe("free");
  expect(mayTake(meeting("open", "other"), "presenter", null)).toBe("no");
  expect(mayTake(meeting("preparing", null), "presenter", null)).toBe("no");
});

it("lets a presenter carry on once the lead has waited for who is lost", () => {
  const led = meeting("open", "gone");
  expect(mayTake(led, "presenter", 15)).toBe("no");
  expect(mayTake(led, "presenter", 0)).toBe("free");
  expect(mayTake(led, "member", 0)).toBe("no");
});

it("lets chair and secretary step in, and nobody else", () => {
  const led = meeting("open", "other");
  const roles: Role[] = ["secretary", "chair", "presenter", "member", "observer", "screen"];
  expect(roles.filter((role) => mayTake(led, role, null) === "over")).toEqual([
    "secretary",
    "chair",
  ]);
  expect(mayTake(meeting("open", null), "member", null)).toBe("no");
});

it("lets those ask who could lead and cannot take it", () => {
  const roles: Role[] = ["secretary", "chair", "presenter", "member", "observer", "screen"];
  const asking = (lead: string | null, wait: number | null) =>
    roles.filter((role) => mayAsk(meeting("open", lead), role, wait));
  expect(asking("other", null)).toEqual(["presenter", "member"]);
  expect(asking("other", 0)).toEqual(["member"]);
  expect(asking(null, null)).toEqual(["member"]);
  expect(mayAsk(meeting("closed", null), "member", null)).toBe(false);
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
