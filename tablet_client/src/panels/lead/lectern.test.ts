// The presenter's hands: what two presses in a row come to, before and after the answer.
import { beforeEach, expect, test } from "vitest";
import { openDesk } from "../../ink/desk.ts";
import { ARoom } from "../../testing/a_room.ts";
import { type Lectern, openLectern } from "./lectern.ts";

let tablet: ARoom;
let lectern: Lectern;

beforeEach(async () => {
  tablet = await ARoom.open();
  tablet.enter("presenter", { lead: { seat_id: "me", name: "" } });
  lectern = openLectern({ room: tablet.room, ink: openDesk(tablet.room, () => "new") });
});

const asked = () =>
  tablet.line.commands().flatMap((command) => (command.type === "Darken" ? [command.dark] : []));

test("a press darkens, the next lights again, also before the first is answered", () => {
  lectern.darken();
  lectern.darken();
  lectern.darken();
  expect(asked()).toEqual([true, false, true]);
});

test("once everything is answered the meeting's own word counts", async () => {
  lectern.darken();
  tablet.advance(11, { type: "Darkened", dark: true });
  const [command] = tablet.line.commands();
  tablet.room.heard({ type: "Accepted", command_id: command?.command_id ?? "" });
  await new Promise((done) => setTimeout(done));
  tablet.advance(12, { type: "Darkened", dark: false });
  lectern.darken();
  expect(asked()).toEqual([true, true]);
});

test("Escape lights what was darkened just now", () => {
  lectern.darken();
  expect(lectern.end()).toBe(true);
  expect(asked()).toEqual([true, false]);
});
