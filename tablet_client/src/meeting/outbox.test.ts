import { beforeEach, describe, expect, test } from "vitest";
import type { AnyCommand, Refused } from "../protocol/messages.ts";
import { page, stroke } from "../testing/a_meeting.ts";
import { MemoryKeeping } from "../testing/memory_keeping.ts";
import { Outbox } from "./outbox.ts";

let sent: AnyCommand[];
let now: number;
let keeping: MemoryKeeping;
let outbox: Outbox;

beforeEach(() => {
  sent = [];
  now = 1_000_000;
  keeping = new MemoryKeeping();
  outbox = newOutbox();
});

function newOutbox(): Outbox {
  const send = (command: AnyCommand) => sent.push(command) > 0;
  return new Outbox({ keeping, clock: () => now, send });
}

function turn(command_id: string, number = 1): AnyCommand {
  return { type: "TurnPage", command_id, page: page("d1", number) };
}

function note(command_id: string): AnyCommand {
  return { type: "AddStroke", command_id, stream: "notes", stroke: stroke(`s-${command_id}`) };
}

function refused(command_id: string, again: boolean): Refused {
  return { type: "Refused", command_id, code: "busy", ko: "", en: "", again };
}

const ids = (commands: readonly AnyCommand[]) => commands.map((each) => each.command_id);

test("nothing leaves before its stream is up to date", () => {
  void outbox.add(turn("a"));
  void outbox.add(note("b"));
  expect(sent).toEqual([]);
  outbox.open("notes");
  expect(ids(sent)).toEqual(["b"]);
  outbox.open("meeting");
  expect(ids(sent)).toEqual(["b", "a"]);
});

test("what is not settled is sent again, in order, on the next line", () => {
  outbox.open("notes");
  for (const id of ["a", "b", "c"]) void outbox.add(note(id));
  outbox.settle("b");
  sent = [];
  outbox.begin();
  outbox.open("notes");
  expect(ids(sent)).toEqual(["a", "c"]);
});

test("on a line that comes a day later, ink goes and a turn of yesterday does not", async () => {
  const turned = outbox.add(turn("a"));
  void outbox.add(note("b"));
  now += 24 * 3_600_000;
  outbox.begin();
  outbox.open("notes");
  outbox.open("meeting");
  expect(ids(sent)).toEqual(["b"]);
  expect(await turned).toEqual({ ok: true });
  expect(keeping.ids()).toEqual(["b"]);
});

test("a day's writing leaves a few strokes at a time", () => {
  for (let index = 0; index < 40; index += 1) void outbox.add(note(`c${index}`));
  outbox.open("notes");
  expect(sent).toHaveLength(16);
  outbox.settle("c0");
  expect(sent).toHaveLength(17);
});

test("settled twice, it counts once, and its outcome is told", async () => {
  outbox.open("meeting");
  const outcome = outbox.add(turn("a"));
  outbox.settle("a");
  outbox.settle("a");
  expect(outbox.count.value).toBe(0);
  expect(await outcome).toEqual({ ok: true });
});

test("a turn that has not left is overtaken by the next", async () => {
  const first = outbox.add(turn("a", 1));
  void outbox.add(turn("b", 2));
  outbox.open("meeting");
  expect(ids(sent)).toEqual(["b"]);
  expect(await first).toEqual({ ok: true });
  expect(keeping.ids()).toEqual(["b"]);
});

describe("a refusal", () => {
  test("for good takes the command out of the memory too", async () => {
    outbox.open("notes");
    outbox.open("meeting");
    const outcome = outbox.add(turn("a"));
    expect(outbox.refuse(refused("a", false))).toBe(true);
    expect(await outcome).toMatchObject({ ok: false });
    expect(outbox.count.value).toBe(0);
    expect(keeping.ids()).toEqual([]);
  });

  test("for good keeps ink all the same, until its writer throws it away", async () => {
    outbox.open("notes");
    void outbox.add(note("a"));
    outbox.refuse(refused("a", false));
    expect(ids(outbox.heldBack.value)).toEqual(["a"]);
    expect(keeping.ids()).toEqual(["a"]);
    outbox.begin();
    expect(outbox.heldBack.value).toEqual([]);
  });

  test("of ink that stands already is an answer like any other", () => {
    outbox.open("notes");
    void outbox.add(note("a"));
    outbox.refuse({ ...refused("a", false), code: "already_exists" });
    expect(outbox.count.value).toBe(0);
  });

  test("for now keeps ink and offers it again, telling only once", () => {
    outbox.open("notes");
    void outbox.add(note("a"));
    expect(outbox.refuse(refused("a", true))).toBe(true);
    expect(outbox.count.value).toBe(1);
    sent = [];
    outbox.retry();
    expect(ids(sent)).toEqual(["a"]);
    expect(outbox.refuse(refused("a", true))).toBe(false);
    expect(keeping.ids()).toEqual(["a"]);
  });

  test("for now does not keep a turn: it would surprise the room later", () => {
    outbox.open("meeting");
    void outbox.add(turn("a"));
    outbox.refuse(refused("a", true));
    expect(outbox.count.value).toBe(0);
  });

  test("of many strokes does not block those behind them", () => {
    for (let index = 0; index < 20; index += 1) void outbox.add(note(`c${index}`));
    outbox.open("notes");
    for (const { command_id } of [...sent]) outbox.refuse(refused(command_id, true));
    expect(sent).toHaveLength(20);
  });

  test("for now lets an erasure take the stroke back without asking", async () => {
    outbox.open("notes");
    void outbox.add(note("a"));
    outbox.refuse(refused("a", true));
    sent = [];
    const outcome = outbox.add({
      type: "EraseStrokes",
      command_id: "e",
      stream: "notes",
      page: page("d1"),
      stroke_ids: ["s-a"],
    });
    expect(await outcome).toEqual({ ok: true });
    expect([sent, outbox.count.value, keeping.ids()]).toEqual([[], 0, []]);
  });
});

describe("after a reload", () => {
  test("what was kept is sent first, in its order, then what came since", async () => {
    void outbox.add(note("a"));
    void outbox.add(note("b"));
    const again = newOutbox();
    void again.add(note("c"));
    again.restore((await keeping.load()).unsent.filter((each) => each.command.command_id !== "c"));
    again.open("notes");
    expect(ids(sent)).toEqual(["a", "b", "c"]);
  });

  test("ink never grows old, a turn does", async () => {
    void outbox.add(note("a"));
    void outbox.add(turn("b"));
    now += 60_001;
    const again = newOutbox();
    again.restore((await keeping.load()).unsent);
    expect(again.unsent.value.map((each) => each.command.command_id)).toEqual(["a"]);
    expect(keeping.ids()).toEqual(["a"]);
  });
});

test("what waits already is not taken up a second time by a memory that answers late", () => {
  outbox.open("notes");
  const kept = [{ order: 0, at: now, command: note("a") }];
  outbox.restore(kept);
  outbox.restore([...kept, { order: 1, at: now, command: note("b") }]);
  expect(outbox.unsent.value.map((each) => each.command.command_id).sort()).toEqual(["a", "b"]);
  expect(ids(sent).sort()).toEqual(["a", "b"]);
});
