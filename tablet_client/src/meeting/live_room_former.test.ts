// What a former seat did not send, on the line of the new one.
import { expect, test } from "vitest";
import { stroke } from "../testing/a_meeting.ts";
import { ARoom } from "../testing/a_room.ts";
import { handedOn } from "./former.ts";
import type { Unsent } from "./keeping.ts";

const drawn = (id: string, stream: "meeting" | "notes", order: number): Unsent => ({
  order,
  at: 0,
  command: { type: "AddStroke", command_id: `old-${id}`, stream, stroke: stroke(id) },
});

const refusal = { type: "Refused", ko: "", en: "", again: false } as const;

test("is asked again in its order, shown meanwhile, and older than what is drawn since", async () => {
  const tablet = await ARoom.open();
  void tablet.room.ask({ type: "AddStroke", stream: "notes", stroke: stroke("own") });
  let ids = 0;
  const lot = [drawn("a", "notes", 0), drawn("b", "notes", 1)];
  tablet.room.adopt(handedOn([lot], () => `new-${ids++}`));
  expect([tablet.room.unsent.value, tablet.line.commands()]).toEqual([3, []]);
  tablet.enter("member");
  expect(tablet.strokes).toEqual(["a", "b", "own"]);
  expect(tablet.line.commands().map((each) => each.command_id)).toEqual(["new-0", "new-1", "id-1"]);
});

test("is held back where it is refused, and forgotten where it stands already", async () => {
  const tablet = await ARoom.open();
  tablet.enter("member");
  tablet.room.adopt([drawn("a", "meeting", 0), drawn("b", "meeting", 1)]);
  tablet.room.heard({ ...refusal, command_id: "old-a", code: "writing_not_allowed" });
  tablet.room.heard({ ...refusal, command_id: "old-b", code: "already_exists" });
  expect(tablet.room.heldBack.value.map((each) => each.stroke.stroke_id)).toEqual(["a"]);
  expect(tablet.room.unsent.value).toBe(1);
});
