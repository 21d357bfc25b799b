import { beforeEach, describe, expect, test } from "vitest";
import type { AnyFrame, Hello } from "../protocol/messages.ts";
import { type AnySocket, SocketLine } from "./socket.ts";

class FakeSocket implements AnySocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  said: string[] = [];
  isClosed = false;

  send(text: string): void {
    this.said.push(text);
  }

  close(): void {
    this.isClosed = true;
  }

  hears(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

/** Timers that go off when the test says that time has passed. */
class Clock {
  now = 0;
  readonly #timers = new Map<number, { at: number; act: () => void }>();
  #next = 0;

  later = (milliseconds: number, act: () => void): (() => void) => {
    const id = this.#next++;
    this.#timers.set(id, { at: this.now + milliseconds, act });
    return () => this.#timers.delete(id);
  };

  pass(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const due = [...this.#timers].filter(([, timer]) => timer.at <= end);
      const first = due.sort(([, a], [, b]) => a.at - b.at)[0];
      if (first === undefined) break;
      this.#timers.delete(first[0]);
      this.now = first[1].at;
      first[1].act();
    }
    this.now = end;
  }
}

const HELLO: Hello = { type: "Hello", protocol: 3, token: "t", meeting_id: "m1" };
const ACCEPTED: AnyFrame = { type: "Accepted", command_id: "c" };

let sockets: FakeSocket[];
let clock: Clock;
let line: SocketLine;
let heard: AnyFrame[];
let losses: number;
let away: number | null;

beforeEach(() => {
  [sockets, clock, heard, losses, away] = [[], new Clock(), [], 0, null];
  line = new SocketLine({
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    clock: () => clock.now,
    later: clock.later,
    jitter: () => 1,
  });
  line.start({
    greet: () => HELLO,
    heard: (frame) => heard.push(frame),
    lost: () => {
      losses += 1;
    },
    sentAway: (code) => {
      away = code;
    },
  });
});

function newest(): FakeSocket {
  const socket = sockets.at(-1);
  if (socket === undefined) throw new Error("no socket was opened");
  return socket;
}

function live(): FakeSocket {
  newest().onopen?.();
  newest().hears(ACCEPTED);
  return newest();
}

test("Hello is the first word on every socket", () => {
  expect(line.send(HELLO)).toBe(false);
  newest().onopen?.();
  expect(newest().said.map((text) => JSON.parse(text))).toEqual([HELLO]);
  newest().onclose?.({ code: 1006 });
  clock.pass(250);
  newest().onopen?.();
  expect(sockets).toHaveLength(2);
  expect(newest().said).toHaveLength(1);
});

test("frames are handed on; what is none is not", () => {
  newest().onopen?.();
  newest().hears(ACCEPTED);
  newest().hears({ type: "Farewell" });
  newest().onmessage?.({ data: new ArrayBuffer(1) });
  expect(heard).toEqual([ACCEPTED]);
});

describe("the pause before the next socket", () => {
  function pauses(count: number, code = 1006): number[] {
    return Array.from({ length: count }, () => {
      const before = clock.now;
      const opened = sockets.length;
      newest().onclose?.({ code });
      while (sockets.length === opened) clock.pass(10);
      return clock.now - before;
    });
  }

  test("doubles from a quarter of a second to five seconds", () => {
    expect(pauses(7)).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
    expect(losses).toBe(7);
  });

  test("is short again once something was heard", () => {
    pauses(4);
    live();
    expect(pauses(1)).toEqual([250]);
  });

  test("is long after a flood", () => {
    live();
    expect(pauses(1, 4003)).toEqual([5_000]);
  });

  test("is half by chance, so that a hall does not return in one blow", () => {
    const spread = new SocketLine({
      open: () => {
        const socket = new FakeSocket();
        sockets.push(socket);
        return socket;
      },
      clock: () => clock.now,
      later: clock.later,
      jitter: () => 0,
    });
    line.close();
    const nothing = () => undefined;
    spread.start({ greet: () => HELLO, heard: nothing, lost: nothing, sentAway: nothing });
    expect(pauses(1)).toEqual([130]);
  });
});

test.each([4500, 4502, 4504, 4999])("code %i: stays away for good", (code) => {
  live().onclose?.({ code });
  clock.pass(600_000);
  line.renew();
  expect([away, sockets.length, losses]).toEqual([code, 1, 0]);
});

test.each([1000, 1006, 4001, 4499])("code %i: comes back", (code) => {
  live().onclose?.({ code });
  clock.pass(250);
  expect([away, sockets.length]).toEqual([null, 2]);
});

describe("a ghost", () => {
  test("that does not open is dropped", () => {
    const first = newest();
    clock.pass(20_000);
    expect([first.isClosed, sockets.length]).toEqual([true, 2]);
  });

  test("that owes an answer for 20 s is dropped, and not listened to again", () => {
    const first = live();
    line.send({ type: "OpenMeeting", command_id: "c" });
    clock.pass(20_000);
    expect([first.isClosed, sockets.length]).toEqual([true, 2]);
    first.hears(ACCEPTED);
    first.onclose?.({ code: 4500 });
    expect([heard.length, away]).toEqual([1, null]);
  });

  test("that owes the ink of a page for 20 s is dropped too", () => {
    const first = live();
    const page = { document_id: "d1", version: 1, page: 1 };
    line.send({ type: "ReadInk", stream: "meeting", page });
    clock.pass(20_000);
    expect([first.isClosed, sockets.length]).toEqual([true, 2]);
  });

  test("is told from a quiet meeting by another Hello", () => {
    const first = live();
    clock.pass(25_000);
    expect(first.said).toHaveLength(2);
    first.hears(ACCEPTED);
    clock.pass(24_999);
    expect([first.isClosed, first.said.length]).toEqual([false, 2]);
    clock.pass(1 + 20_000);
    expect(first.isClosed).toBe(true);
  });

  test("is not suspected for signals, which nobody answers", () => {
    const first = live();
    line.send({ type: "PointerGone" });
    clock.pass(24_999);
    expect([first.isClosed, first.said.length]).toEqual([false, 2]);
  });
});

describe("the tablet taken up again", () => {
  test("does not wait for the back-off", () => {
    for (let index = 0; index < 5; index += 1) {
      newest().onclose?.({ code: 1006 });
      clock.pass(5_000);
    }
    newest().onclose?.({ code: 1006 });
    const opened = sockets.length;
    line.shown(true);
    expect(sockets).toHaveLength(opened + 1);
  });

  test("trusts its socket after a glance elsewhere, not after a nap", () => {
    live();
    line.shown(false);
    clock.pass(9_000);
    line.shown(true);
    expect(sockets).toHaveLength(1);
    line.shown(false);
    clock.pass(10_001);
    line.shown(true);
    expect(sockets).toHaveLength(2);
  });

  test("opens a new socket when the network changed", () => {
    const first = live();
    line.networkChanged();
    expect([first.isClosed, sockets.length, losses]).toEqual([true, 2, 1]);
  });
});

describe("the network gone", () => {
  test("is a lost line at once, tried again by the back-off", () => {
    const first = live();
    line.networkGone();
    expect([first.isClosed, losses, sockets.length]).toEqual([true, 1, 1]);
    clock.pass(250);
    expect(sockets).toHaveLength(2);
  });

  test("and back opens a socket without waiting", () => {
    live();
    line.networkGone();
    line.networkChanged();
    expect(sockets).toHaveLength(2);
    clock.pass(250);
    expect(sockets).toHaveLength(2);
  });

  test("is nothing to a line that was sent away", () => {
    live().onclose?.({ code: 4500 });
    line.networkGone();
    clock.pass(60_000);
    expect([losses, sockets.length]).toEqual([0, 1]);
  });
});

test("a line renewed again and again slows down", () => {
  live();
  line.renew();
  line.renew();
  line.renew();
  expect(sockets).toHaveLength(2);
  clock.pass(5_000);
  expect(sockets).toHaveLength(3);
});

test("a line that was closed before it started stays closed", () => {
  line.close();
  const opened = sockets.length;
  clock.pass(60_000);
  line.renew();
  expect(sockets).toHaveLength(opened);
});
