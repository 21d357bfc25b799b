import { decodeFrame } from "../protocol/decode.ts";
import type { AnyFrame, Hello, MessageFromTablet } from "../protocol/messages.ts";
import { CLOSE } from "../protocol/messages.ts";

/** Back-off between sockets: short enough that a restarted server is found at once. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;

/** A socket that owes an answer this long is a ghost: the network went without a word. */
const PATIENCE = 20_000;

/** Nothing heard this long: say Hello again, which is always answered. */
const SILENCE = 25_000;

/** Away from view this long, a tablet may have slept: its socket cannot be trusted. */
const NAP = 10_000;

/** The part of a WebSocket used here; tests hand in their own. */
export interface AnySocket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

/** Time and chance, handed in. */
export interface Surroundings {
  readonly open: () => AnySocket;
  readonly clock: () => number;
  /** Runs `act` after a while; the returned function calls it off. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
  /** A number from 0 to 1 that spreads returning tablets out. */
  readonly jitter: () => number;
}

/** Who speaks through the line. */
export interface Speaker {
  greet(): Hello;
  heard(frame: AnyFrame): void;
  lost(): void;
  sentAway(code: number): void;
}

/** One socket after another, until the service says to stay away or the line is closed. */
export class SocketLine {
  readonly #around: Surroundings;
  #speaker: Speaker | null = null;
  #socket: AnySocket | null = null;
  #isOpen = false;
  #isClosed = false;
  #renewedAt = Number.NEGATIVE_INFINITY;
  #pause = FIRST_PAUSE;
  #owed = false;
  #hiddenSince: number | null = null;
  #cancelRetry: () => void = () => undefined;
  #cancelWatch: () => void = () => undefined;

  constructor(surroundings: Surroundings) {
    this.#around = surroundings;
  }

  /** Opens the first socket; the speaker hears everything from now on. */
  start(speaker: Speaker): void {
    if (this.#isClosed) return;
    this.#speaker = speaker;
    this.#connect();
  }

  send(message: MessageFromTablet): boolean {
    if (this.#socket === null || !this.#isOpen) return false;
    this.#socket.send(JSON.stringify(message));
    const isQuestion = message.type === "Hello" || message.type === "ReadInk";
    const wantsAnswer = "command_id" in message || isQuestion;
    if (wantsAnswer && !this.#owed) {
      this.#owed = true;
      this.#watch();
    }
    return true;
  }

  /** Drops the socket, if any, and opens another: at once, unless that was just done. */
  renew(): void {
    if (this.#speaker === null) return;
    const now = this.#around.clock();
    const again = now - this.#renewedAt < LONGEST_PAUSE;
    this.#renewedAt = now;
    this.#drop();
    this.#speaker.lost();
    if (again) this.#connectLater();
    else this.#connect();
  }

  /** Ends the line for good, also one that has not started. */
  close(): void {
    this.#drop();
    this.#speaker = null;
    this.#isClosed = true;
  }

  /** The network is back, or changed: whatever the socket was, it may lead nowhere now. */
  networkChanged(): void {
    this.renew();
  }

  /** The tablet has no network: said at once, and tried on, for a service on this very machine. */
  networkGone(): void {
    if (this.#speaker === null) return;
    this.#drop();
    this.#speaker.lost();
    this.#connectLater();
  }

  /** The tablet was put aside, or taken up again. */
  shown(visible: boolean): void {
    const since = this.#hiddenSince;
    this.#hiddenSince = visible ? null : (since ?? this.#around.clock());
    if (!visible) return;
    const slept = since !== null && this.#around.clock() - since > NAP;
    if (!this.#isOpen || slept) this.renew();
  }

  #connect(): void {
    this.#cancelRetry();
    const socket = this.#around.open();
    this.#socket = socket;
    // A socket that was dropped may still speak up; only the newest is listened to.
    const ifNewest = (act: () => void) => {
      if (this.#socket === socket) act();
    };
    socket.onopen = () => ifNewest(() => this.#opened());
    socket.onmessage = (event) => ifNewest(() => this.#received(event.data));
    socket.onclose = (event) => ifNewest(() => this.#closed(event.code));
    this.#watch(PATIENCE);
  }

  #opened(): void {
    this.#isOpen = true;
    const hello = this.#speaker?.greet();
    if (hello !== undefined) this.send(hello);
  }

  #received(data: unknown): void {
    const frame = typeof data === "string" ? decodeFrame(data) : null;
    this.#pause = FIRST_PAUSE;
    this.#owed = false;
    this.#watch();
    if (frame !== null) this.#speaker?.heard(frame);
  }

  #closed(code: number): void {
    const speaker = this.#speaker;
    this.#drop();
    if (speaker === null) return;
    if (code >= 4500 && code <= 4999) {
      this.#speaker = null;
      speaker.sentAway(code);
      return;
    }
    if (code === CLOSE.FLOODING) this.#pause = LONGEST_PAUSE;
    this.#connectLater();
    speaker.lost();
  }

  #connectLater(): void {
    // Half the pause is fixed, half is chance: a hall of tablets does not return in one blow.
    const pause = this.#pause * (0.5 + 0.5 * this.#around.jitter());
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    this.#cancelRetry = this.#around.later(pause, () => this.#connect());
  }

  #drop(): void {
    this.#cancelRetry();
    this.#cancelWatch();
    const socket = this.#socket;
    this.#socket = null;
    this.#isOpen = false;
    this.#owed = false;
    socket?.close();
  }

  /** Looks again after a while; the browser answers pings unseen, so they prove nothing here. */
  #watch(patience: number = this.#owed ? PATIENCE : SILENCE): void {
    this.#cancelWatch();
    this.#cancelWatch = this.#around.later(patience, () => this.#doubt());
  }

  #doubt(): void {
    const hello = this.#isOpen && !this.#owed ? this.#speaker?.greet() : undefined;
    if (hello === undefined) this.renew();
    else this.send(hello);
  }
}
