// A meeting kept on the tablet: opened with the service gone, and taken up where it was left.
import { beforeEach, describe, expect, test } from "vitest";
import { CLOSE, PROTOCOL_VERSION } from "../protocol/messages.ts";
import { entry, page, snapshot, stroke } from "../testing/a_meeting.ts";
import { ARoom, mark } from "../testing/a_room.ts";
import { MemoryKeeping } from "../testing/memory_keeping.ts";

let keeping: MemoryKeeping;

beforeEach(() => {
  keeping = new MemoryKeeping();
});

const added = (id: string, on = page("d1")) =>
  ({ type: "StrokeAdded", stroke: stroke(id, on) }) as const;

/** A tablet that was in a meeting with one stroke on its first page, and put aside. */
async function left(change: Parameters<ARoom["enter"]>[1] = {}): Promise<ARoom> {
  const tablet = await ARoom.open(keeping);
  tablet.enter("member", { inked: { "d1.1.1": 1 }, ...change });
  tablet.ink([mark("a", 3)]);
  tablet.wait();
  await Promise.resolve();
  return tablet;
}

describe("with the service gone", () => {
  test("the room opens as it was known last, with its ink, and says that the line is down", async () => {
    await left();
    const tablet = await ARoom.open(keeping);
    tablet.room.lost();
    expect([tablet.at, tablet.strokes]).toEqual(["d1.1.1", ["a"]]);
    expect([tablet.room.link.value, tablet.room.you.value?.role]).toEqual(["away", "member"]);
    expect(tablet.room.inkComplete.value).toBe(true);
  });

  test("the first cut is kept at once, what follows in its time", async () => {
    const tablet = await ARoom.open(keeping);
    tablet.enter("member", {});
    expect(tablet.waits).toContain(250);
    expect(tablet.waits).not.toContain(4_000);
    tablet.wait();
    await new Promise((done) => setTimeout(done));
    tablet.wait();
    tablet.advance(11, added("b"));
    expect(tablet.waits).toContain(4_000);
    expect(tablet.waits).not.toContain(250);
  });

  test("a tablet that never was here is not away: it has not come yet", async () => {
    const tablet = await ARoom.open(keeping);
    tablet.room.lost();
    expect(tablet.room.link.value).toBe("connecting");
  });

  test("what is written goes on, and is kept until it arrives", async () => {
    await left();
    const tablet = await ARoom.open(keeping);
    tablet.room.lost();
    tablet.line.isOpen = false;
    void tablet.room.ask({ type: "AddStroke", stream: "notes", stroke: stroke("mine") });
    expect(tablet.strokes).toEqual(["a", "mine"]);
    const again = await ARoom.open(keeping);
    expect(again.strokes).toEqual(["a", "mine"]);
  });
});

describe("on return", () => {
  test("Hello says where the tablet was, and the tail brings what was missed", async () => {
    await left();
    const tablet = await ARoom.open(keeping);
    expect(tablet.room.greet()).toMatchObject({ position: { seq: 10 }, notes: { seq: 0 } });
    tablet.tail("meeting", 11, added("b"));
    expect([tablet.strokes, tablet.room.link.value]).toEqual([["a", "b"], "live"]);
  });

  test("a stroke that was kept already and comes again stands once", async () => {
    const before = await left();
    before.advance(11, added("b"));
    before.room.putDown();
    const tablet = await ARoom.open(keeping);
    expect(tablet.room.greet()).toMatchObject({ position: { seq: 11 } });
    expect(tablet.strokes).toEqual(["a", "b"]);
  });

  test("a log that began anew replaces everything", async () => {
    await left();
    const tablet = await ARoom.open(keeping);
    tablet.enter("member", {});
    expect(tablet.strokes).toEqual([]);
    tablet.wait();
    const again = await ARoom.open(keeping);
    expect(again.strokes).toEqual([]);
  });

  test.each([CLOSE.REVOKED, CLOSE.EXPIRED, CLOSE.UNAUTHORISED])(
    "a seat that is none any more (%i) keeps nothing but what was not sent",
    async (code) => {
      await left();
      const tablet = await ARoom.open(keeping);
      tablet.line.isOpen = false;
      void tablet.room.ask({ type: "AddStroke", stream: "notes", stroke: stroke("mine") });
      tablet.room.sentAway(code);
      tablet.room.close();
      const kept = await keeping.load();
      expect([kept.room, kept.sheets, kept.unsent.length]).toEqual([null, [], 1]);
    },
  );

  test("an app that is outdated keeps what it has", async () => {
    const tablet = await left();
    tablet.room.sentAway(CLOSE.OUTDATED);
    expect((await keeping.load()).room).not.toBeNull();
  });
});

test("another protocol's room is not taken up", async () => {
  await left();
  const { room } = await keeping.load();
  if (room === null) throw new Error("nothing was kept");
  await keeping.keepCut({
    room: { ...room, protocol: PROTOCOL_VERSION - 1 },
    sheets: [],
    gone: [],
  });
  const tablet = await ARoom.open(keeping);
  expect(tablet.room.state.value).toBeNull();
});

test("ink on papers that no device may keep is not kept, from that moment on", async () => {
  const tablet = await left();
  expect((await keeping.load()).sheets).toHaveLength(1);
  const [first] = snapshot().items;
  if (first === undefined) throw new Error("no item");
  tablet.advance(11, { type: "ItemEdited", item: { ...first, no_store: true } });
  tablet.wait();
  expect([(await keeping.load()).sheets, tablet.strokes]).toEqual([[], ["a"]]);
});

test("an erased stroke is gone from what is kept", async () => {
  const tablet = await left();
  tablet.room.heard({
    type: "Advance",
    stream: "meeting",
    epoch: "life-1",
    entry: entry(11, [{ type: "StrokesErased", page: page("d1"), stroke_ids: ["a"] }]),
  });
  tablet.room.putDown();
  expect((await keeping.load()).sheets).toEqual([]);
});

test("what could not be kept is kept with the next cut", async () => {
  const tablet = await ARoom.open(keeping);
  let isFull = true;
  const keepCut = keeping.keepCut.bind(keeping);
  keeping.keepCut = (cut) => (isFull ? Promise.resolve(false) : keepCut(cut));
  tablet.enter("member", { inked: { "d1.1.1": 1 } });
  tablet.ink([mark("a", 3)]);
  tablet.wait();
  await Promise.resolve();
  isFull = false;
  tablet.advance(11, { type: "PageTurned", page: page("d1", 2), region: null });
  tablet.wait();
  expect((await keeping.load()).sheets.map((each) => each.marks.length)).toEqual([1]);
});

test("notes on pages nobody has opened here are read when nothing else is", async () => {
  const tablet = await ARoom.open(keeping);
  tablet.enter("member", {}, { "d3.1.1": 1 });
  expect(tablet.line.questions()).toEqual([]);
  tablet.wait();
  expect(tablet.line.questions()).toEqual(["notes d3.1.1 after 0"]);
});
