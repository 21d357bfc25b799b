import { expect, test } from "vitest";
import { page, stroke } from "../testing/a_meeting.ts";
import { ARoom } from "../testing/a_room.ts";
import { MemoryKeeping } from "../testing/memory_keeping.ts";
import type { Kept } from "./keeping.ts";

/** A tablet's memory that answers when the test says so. */
class LateKeeping extends MemoryKeeping {
  answer: () => void = () => undefined;
  readonly #answered = new Promise<void>((done) => {
    this.answer = done;
  });

  override async load(): Promise<Kept> {
    await this.#answered;
    return super.load();
  }
}

test("a memory that answers late keeps nobody out, and its strokes are sent all the same", async () => {
  const keeping = new LateKeeping();
  const command = { command_id: "kept", type: "AddStroke", stream: "notes" } as const;
  keeping.keep({ order: 0, at: 0, command: { ...command, stroke: stroke("k1") } });
  const reading = { following: false, page: page("d3"), number: 6 };
  keeping.keepReading({ ...reading, phase: "open", mode: "follow" });
  const tablet = await ARoom.openWithout(keeping);
  tablet.enter("member", { page: page("d2") });
  expect(tablet.room.shown.value).toEqual(page("d2"));

  keeping.answer();
  await expect.poll(() => tablet.line.commands().map((each) => each.command_id)).toEqual(["kept"]);
  expect(tablet.room.shown.value).toEqual(page("d2"));
});
