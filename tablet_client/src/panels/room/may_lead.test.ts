import { expect, it } from "vitest";
import type { Present, Role, Snapshot } from "../../protocol/messages.ts";
import { canBeGiven, mayTake } from "./may_lead.ts";

const meeting = (phase: Snapshot["phase"], lead: string | null) =>
  ({ phase, lead: lead === null ? null : { seat_id: lead, name: lead } }) as Snapshot;

it("lets a presenter start only while nobody leads an open meeting", () => {
  expect(mayTake(meeting("open", null), "presenter")).toBe("free");
  expect(mayTake(meeting("open", "other"), "presenter")).toBe("no");
  expect(mayTake(meeting("preparing", null), "presenter")).toBe("no");
});

it("lets chair and secretary step in, and nobody else", () => {
  const led = meeting("open", "other");
  const roles: Role[] = ["secretary", "chair", "presenter", "member", "observer", "screen"];
  expect(roles.filter((role) => mayTake(led, role) === "over")).toEqual(["secretary", "chair"]);
  expect(mayTake(meeting("open", null), "member")).toBe("no");
});

it("offers the lead to everyone who can hold it but has it not", () => {
  const seat = (seat_id: string, role: Role): Present => ({
    seat_id,
    name: seat_id,
    role,
    page: null,
    following: true,
  });
  const presence = [
    seat("leader", "presenter"),
    seat("member", "member"),
    seat("observer", "observer"),
    seat("wall", "screen"),
  ];
  expect(canBeGiven(presence, "leader").map((each) => each.seat_id)).toEqual(["member"]);
});
