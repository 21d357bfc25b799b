import { beforeEach, describe, expect, test } from "vitest";
import type { AnyEvent, Role, Snapshot } from "../protocol/messages.ts";
import { actor, EPOCH, entry, page, snapshot, stroke, welcome } from "../testing/a_meeting.ts";
import { FakeLine } from "../testing/fake_line.ts";
import { MemoryKeeping } from "../testing/memory_keeping.ts";
import { LiveRoom } from "./live_room.ts";

let line: FakeLine;
let keeping: MemoryKeeping;
let room: LiveRoom;
let laters: (() => void)[];
let ids: number;

beforeEach(async () => {
  keeping = new MemoryKeeping();
  ids = 0;
  room = await newRoom();
});

async function newRoom(): Promise<LiveRoom> {
  line = new FakeLine();
  laters = [];
  const opened = new LiveRoom({
    meetingId: "m1",
    token: "t",
    line,
    keeping,
    clock: () => 1_000,
    makeId: () => `id-${++ids}`,
    // What waits less is a look ahead, see live_room_ink.test.ts.
    later: (milliseconds, act) => void (milliseconds === 5_000 && laters.push(act)),
  });
  await opened.load();
  opened.greet();
  return opened;
}

function enter(role: Role, state: Partial<Snapshot> = {}): void {
  room.heard(welcome(actor(role), snapshot(state)));
  const position = { epoch: "notes-1", seq: 0 };
  for (const stream of ["notes", "collected"] as const) {
    room.heard({ type: "NotesWelcome", stream, position, state: { seq: 0, inked: {} } });
  }
}

function advance(seq: number, ...events: AnyEvent[]): void {
  room.heard({ type: "Advance", stream: "meeting", epoch: EPOCH, entry: entry(seq, events) });
}

const LEADING = { lead: { seat_id: "me", name: "이과장" } };

describe("the log", () => {
  test("a Welcome shows who I am, what stands and the service's clock", () => {
    expect(room.link.value).toBe("connecting");
    enter("member");
    expect(room.link.value).toBe("live");
    expect(room.you.value?.role).toBe("member");
    expect(room.packet.value.map((each) => each.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(room.now()).toBe(5_000);
  });

  test("the next entry is folded, a stale one is nothing", () => {
    enter("member");
    advance(11, { type: "PageTurned", page: page("d2"), region: null });
    advance(11, { type: "PageTurned", page: page("d3"), region: null });
    expect(room.state.value?.page).toEqual(page("d2"));
    expect(line.renewed).toBe(0);
  });

  test("a gap is mended by Hello with the position before it", () => {
    enter("member");
    advance(12, { type: "PageTurned", page: page("d3"), region: null });
    expect(line.renewed).toBe(1);
    expect(room.state.value?.page).toBeNull();
    expect(room.greet().position).toEqual({ epoch: EPOCH, seq: 10 });
    room.heard({
      type: "Tail",
      stream: "meeting",
      position: { epoch: EPOCH, seq: 12 },
      entries: [
        entry(11, [{ type: "PageTurned", page: page("d2"), region: null }]),
        entry(12, [{ type: "PageTurned", page: page("d3"), region: null }]),
      ],
    });
    expect(room.shown.value).toEqual(page("d3"));
    expect(room.greet().position).toEqual({ epoch: EPOCH, seq: 12 });
  });

  test("a log begun again is a gap, whatever its numbers say", () => {
    enter("member");
    const turned = entry(11, [{ type: "PageTurned", page: page("d2"), region: null }]);
    room.heard({ type: "Advance", stream: "meeting", epoch: "life-2", entry: turned });
    expect(line.renewed).toBe(1);
    expect(room.state.value?.seq).toBe(10);
  });

  test("a lost line is said, and a Tail brings it back", () => {
    enter("member");
    room.lost();
    expect(room.link.value).toBe("away");
    const position = { epoch: EPOCH, seq: 10 };
    room.heard({ type: "Tail", stream: "meeting", position, entries: [] });
    expect(room.link.value).toBe("live");
  });
});

describe("following", () => {
  test("the presenter's turn shows here", () => {
    enter("member");
    advance(11, { type: "PageTurned", page: page("d2", 2), region: null });
    expect(room.shown.value).toEqual(page("d2", 2));
    expect(line.said.at(-1)).toEqual({
      type: "PageReached",
      page: page("d2", 2),
      following: true,
    });
  });

  test("one's own step un-follows without a command, and rejoin returns", () => {
    enter("member", { page: page("d1", 2) });
    room.step(1);
    expect([room.shown.value, room.following.value]).toEqual([page("d1", 3), false]);
    advance(11, { type: "PageTurned", page: page("d3"), region: null });
    expect(room.shown.value).toEqual(page("d1", 3));
    room.rejoin();
    expect([room.shown.value, room.following.value]).toEqual([page("d3"), true]);
    expect(line.commands()).toEqual([]);
  });

  test("there is no page before the first nor after the last", () => {
    enter("member");
    room.step(-1);
    expect([room.shown.value, room.following.value]).toEqual([page("d1", 1), true]);
    room.show(page("d3"));
    room.step(1);
    expect(room.shown.value).toEqual(page("d3"));
  });

  test("a document removed from under a reader leaves them near", () => {
    enter("member");
    room.show(page("d2", 1));
    advance(11, { type: "DocumentRemoved", document_id: "d2" });
    expect([room.shown.value, room.following.value]).toEqual([page("d3"), false]);
  });

  test("a reload brings back the page read alone", async () => {
    enter("member");
    room.show(page("d2", 2));
    room = await newRoom();
    enter("member");
    expect([room.shown.value, room.following.value]).toEqual([page("d2", 2), false]);
  });
});

describe("leading", () => {
  test("a turn shows at once, is sent, and is the meeting's once announced", () => {
    enter("presenter", LEADING);
    room.step(1);
    expect(room.shown.value).toEqual(page("d1", 2));
    expect(room.state.value?.page).toBeNull();
    const [command] = line.commands();
    expect(command).toMatchObject({ type: "TurnPage", page: page("d1", 2) });
    const announced = entry(11, [{ type: "PageTurned", page: page("d1", 2), region: null }], {
      command_id: command?.command_id ?? "",
    });
    room.heard({ type: "Advance", stream: "meeting", epoch: EPOCH, entry: announced });
    expect([room.shown.value, room.unsent.value]).toEqual([page("d1", 2), 0]);
  });

  test("a refused turn goes back to where everyone is, and says why", () => {
    enter("presenter", { ...LEADING, page: page("d1") });
    room.step(1);
    const command_id = line.commands()[0]?.command_id ?? "";
    const sentences = { ko: "발표자가 아닙니다.", en: "You do not lead." };
    room.heard({ type: "Refused", command_id, code: "not_leading", again: false, ...sentences });
    expect(room.shown.value).toEqual(page("d1"));
    expect(room.refusal.value?.code).toBe("not_leading");
    room.dismiss();
    expect(room.refusal.value).toBeNull();
  });

  test("before the opening a leader reads alone", () => {
    enter("presenter", { ...LEADING, phase: "preparing" });
    room.step(1);
    expect(line.commands()).toEqual([]);
    expect(room.following.value).toBe(false);
  });

  test("whoever gets the lead is where everyone is", () => {
    enter("presenter", { page: page("d1", 2) });
    room.show(page("d3"));
    advance(11, { type: "LeadPassed", to: { seat_id: "me", name: "이과장" } });
    expect([room.shown.value, room.following.value]).toEqual([page("d1", 2), true]);
  });
});

describe("ink", () => {
  const ids = () => room.ink.value.map((mark) => [mark.stroke.stroke_id, mark.unsent]);

  test("one's own stroke shows at once and never twice", () => {
    enter("member");
    void room.ask({ type: "AddStroke", stream: "notes", stroke: stroke("s1") });
    expect(ids()).toEqual([["s1", true]]);
    const command_id = line.commands()[0]?.command_id ?? "";
    const kept = entry(1, [{ type: "StrokeAdded", stroke: stroke("s1") }], { command_id });
    room.heard({ type: "Advance", stream: "notes", epoch: "notes-1", entry: kept });
    expect(ids()).toEqual([["s1", false]]);
    room.heard({ type: "Accepted", command_id });
    expect([ids(), room.unsent.value]).toEqual([[["s1", false]], 0]);
  });

  test("a reload and a killed server lose nothing", async () => {
    enter("member");
    line.isOpen = false;
    room.lost();
    void room.ask({ type: "AddStroke", stream: "notes", stroke: stroke("s1") });
    void room.ask({ type: "AddStroke", stream: "notes", stroke: stroke("s2") });
    room = await newRoom();
    expect(room.unsent.value).toBe(2);
    enter("member");
    expect(ids()).toEqual([
      ["s1", true],
      ["s2", true],
    ]);
    expect(line.commands().map((each) => each.command_id)).toEqual(["id-1", "id-2"]);
  });

  test("ink refused until writing is allowed is offered then", () => {
    enter("member");
    void room.ask({ type: "AddStroke", stream: "meeting", stroke: stroke("s1") });
    const refused = { code: "writing_not_allowed", ko: "", en: "", again: true };
    room.heard({ type: "Refused", command_id: "id-1", ...refused });
    expect([ids(), laters]).toEqual([[["s1", true]], []]);
    line.said = [];
    advance(11, { type: "PageTurned", page: page("d1"), region: null });
    expect(line.commands()).toEqual([]);
    advance(12, { type: "WritingAllowed", allowed: true });
    expect(line.commands()).toHaveLength(1);
  });

  test("ink a full disk refused is offered again after a while", () => {
    enter("member");
    void room.ask({ type: "AddStroke", stream: "notes", stroke: stroke("s1") });
    const refused = { code: "storage_full", ko: "", en: "", again: true };
    room.heard({ type: "Refused", command_id: "id-1", ...refused });
    line.said = [];
    expect(laters).toHaveLength(1);
    laters[0]?.();
    expect(line.commands()).toHaveLength(1);
  });
});

describe("signals", () => {
  function present(total: number): void {
    const hall = { whole: true, total, following: 0, seats: [], gone: [], lost_since: null };
    room.heard({ type: "Presence", ...hall });
  }

  test("others' signals are heard one by one until one stops listening", () => {
    enter("member");
    const heard: unknown[] = [];
    const stop = room.hear((seat, signal) => heard.push([seat, signal.type]));
    const at = { type: "PointerAt", page: page("d1"), x: 1, y: 2 } as const;
    const signals = [
      { seat_id: "other", signal: at },
      { seat_id: "lee", signal: { type: "PointerGone" } },
    ] as const;
    room.heard({ type: "Passing", signals });
    stop();
    room.heard({ type: "Passing", signals });
    expect(heard).toEqual([
      ["other", "PointerAt"],
      ["lee", "PointerGone"],
    ]);
  });

  test("one's own are sent while somebody else is here", () => {
    enter("member");
    line.said = [];
    room.pass({ type: "PointerGone" });
    present(1);
    room.pass({ type: "PointerGone" });
    expect(line.said).toEqual([]);
    present(2);
    room.pass({ type: "PointerGone" });
    expect(line.said).toEqual([{ type: "PointerGone" }]);
  });

  test("one's own are forgotten while the line is away", () => {
    enter("member");
    present(2);
    room.lost();
    line.said = [];
    room.pass({ type: "PointerGone" });
    expect(line.said).toEqual([]);
  });
});

test("ink and turns leave the packet as it was, so that no thumbnail is drawn again", () => {
  enter("member");
  const before = room.packet.value;
  advance(11, { type: "StrokeAdded", stroke: stroke("s1") });
  advance(12, { type: "PageTurned", page: page("d2"), region: null });
  expect(room.packet.value).toBe(before);
  advance(13, { type: "DocumentRenamed", document_id: "d1", name: "다른 이름.pdf" });
  expect(room.packet.value).not.toBe(before);
});
