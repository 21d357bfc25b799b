import {
  batch,
  computed,
  effect,
  type ReadonlySignal,
  signal,
  untracked,
} from "@preact/signals-core";
import {
  type Actor,
  type AnyCommand,
  type AnyFrame,
  type Entry,
  type Hello,
  type MessageFromTablet,
  type PageRef,
  PROTOCOL_VERSION,
  type Present,
  type Refused,
  type SignalFromTablet,
  type SignalToTablet,
  type StreamName,
  type Tail,
  type Welcome,
} from "../protocol/messages.ts";
import { samePage } from "../protocol/page_key.ts";
import { apply, applyNotes } from "./fold.ts";
import { inkOf } from "./ink.ts";
import type { Keeping, Reading } from "./keeping.ts";
import { FollowedLog } from "./log.ts";
import { Outbox } from "./outbox.ts";
import { findPage, type PacketPage, packetOf } from "./packet.ts";
import { AT_FIRST, follow, readAlone, settle } from "./reading.ts";
import type { LinkState, Outcome, PassingListener, Room, Wish } from "./room.ts";

/** How long ink that was refused for now waits before it is offered again. */
const OFFER_AGAIN_MS = 5_000;

/** Refusals that time alone does not cure: what they wait for is an event of the meeting. */
const CHANGES_WITH_THE_MEETING: ReadonlySet<string> = new Set([
  "not_open",
  "already_led",
  "writing_not_allowed",
]);

/** One socket after another, as the room needs it. */
export interface Line {
  /** False when there is no open socket; the message is then forgotten. */
  send(message: MessageFromTablet): boolean;
  /** Drops this socket and opens another at once: the one repair. */
  renew(): void;
  close(): void;
}

/** What the room is made of; everything that is not pure is handed in. */
export interface Parts {
  readonly meetingId: string;
  readonly token: string;
  readonly line: Line;
  readonly keeping: Keeping;
  readonly clock: () => number;
  readonly makeId: () => string;
  readonly later: (milliseconds: number, act: () => void) => void;
}

/** The headless heart of a tablet: what the line brings becomes what the screens show. */
export class LiveRoom implements Room {
  readonly #parts: Parts;
  readonly #meeting = new FollowedLog(apply);
  readonly #notes = new FollowedLog(applyNotes);
  readonly #outbox: Outbox;
  readonly #reading = signal<Reading>(AT_FIRST);
  readonly #loaded = signal(false);
  /** What the service's refusals of ink depend on; an event that leaves it alone changes nothing. */
  readonly #powers = computed(() => {
    const state = this.state.value;
    return `${state?.phase} ${state?.members_may_write} ${this.leading.value}`;
  });
  readonly #listeners = new Set<PassingListener>();
  readonly #stops: (() => void)[] = [];
  #ahead = 0;
  #offering = false;

  readonly link = signal<LinkState>("connecting");
  readonly ended = signal<number | null>(null);
  readonly you = signal<Actor | null>(null);
  readonly presence = signal<readonly Present[]>([]);
  readonly present = signal(0);
  readonly refusal = signal<Refused | null>(null);
  readonly state = this.#meeting.state;
  readonly packet = this.#packet();
  readonly leading = computed(
    () => this.you.value !== null && this.state.value?.lead?.seat_id === this.you.value.seat_id,
  );
  readonly following = computed(() => this.#reading.value.following);
  readonly shown = computed<PageRef | null>((): PageRef | null => this.#reading.value.page);
  readonly unsent;
  readonly ink;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#outbox = new Outbox({
      keeping: parts.keeping,
      clock: parts.clock,
      send: (command) => parts.line.send(command),
    });
    this.unsent = this.#outbox.count;
    this.ink = computed(() => {
      const page = this.shown.value;
      if (page === null) return [];
      const [state, notes, you] = [this.state.value, this.#notes.state.value, this.you.value];
      return inkOf(page, { state, notes, you, unsent: this.#outbox.unsent.value });
    });
    this.#stops.push(
      effect(() => this.#settleReading()),
      effect(() => this.#tellWhereIAm()),
      effect(() => this.#offerAgain()),
    );
  }

  /** Takes up what the tablet kept; call once, before the first line opens. */
  async load(): Promise<void> {
    const kept = await this.#parts.keeping.load();
    batch(() => {
      if (kept.reading !== null) this.#reading.value = kept.reading;
      this.#outbox.restore(kept.unsent);
      this.#loaded.value = true;
    });
  }

  // --- what the line brings

  /** A socket is open: the words to say first. */
  greet(): Hello {
    this.#outbox.begin();
    return {
      type: "Hello",
      protocol: PROTOCOL_VERSION,
      token: this.#parts.token,
      meeting_id: this.#parts.meetingId,
      position: this.#meeting.position,
      notes: this.#notes.position,
    };
  }

  /** A frame has come. */
  heard(frame: AnyFrame): void {
    batch(() => this.#take(frame));
  }

  /** The socket is gone and another will come. */
  lost(): void {
    this.#outbox.begin();
    if (this.link.value === "live") this.link.value = "away";
  }

  /** The service said to stay away. */
  sentAway(code: number): void {
    this.lost();
    this.link.value = "away";
    this.ended.value = code;
  }

  // --- what screens and hands want

  now(): number {
    return this.#parts.clock() + this.#ahead;
  }

  async ask(wish: Wish): Promise<Outcome> {
    const command = { ...wish, command_id: this.#parts.makeId() } as AnyCommand;
    return this.#outbox.add(command);
  }

  pass(passing: SignalFromTablet): void {
    if (this.link.value === "live") this.#parts.line.send(passing);
  }

  hear(listener: PassingListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  show(page: PageRef): void {
    if (samePage(page, this.shown.value)) return;
    if (this.#turning()) void this.ask({ type: "TurnPage", page });
    else this.#read(readAlone(this.#reading.value, page));
  }

  step(by: 1 | -1): void {
    const here = findPage(this.packet.value, this.shown.value);
    const there = this.packet.value[(here?.number ?? 0) - 1 + by];
    if (there !== undefined) this.show(there.page);
  }

  rejoin(): void {
    this.#read(follow(this.#reading.value));
  }

  dismiss(): void {
    this.refusal.value = null;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#listeners.clear();
    this.#parts.line.close();
  }

  // --- inside

  #take(frame: AnyFrame): void {
    switch (frame.type) {
      case "Welcome":
        this.#welcome(frame);
        break;
      case "NotesWelcome":
        this.#notes.restart(frame.position, frame.state);
        this.#outbox.open("notes");
        break;
      case "Tail":
        this.#catchUp(frame);
        break;
      case "Advance":
        this.#advance(frame.stream, frame.epoch, frame.entry);
        break;
      case "Accepted":
        this.#outbox.settle(frame.command_id);
        break;
      case "Refused":
        this.#refused(frame);
        break;
      case "Passing":
        this.#passed(frame.seat_id, frame.signal);
    }
  }

  #passed(seatId: string, passing: SignalToTablet): void {
    if (passing.type === "Presence") {
      this.presence.value = passing.seats;
      this.present.value = passing.total;
    }
    for (const listener of this.#listeners) listener(seatId, passing);
  }

  #refused(frame: Refused): void {
    if (this.#outbox.refuse(frame)) this.refusal.value = frame;
    if (frame.again && !CHANGES_WITH_THE_MEETING.has(frame.code)) this.#offerLater();
  }

  #welcome(frame: Welcome): void {
    this.#ahead = frame.now - this.#parts.clock();
    this.you.value = frame.you;
    this.#meeting.restart(frame.position, frame.state);
    this.link.value = "live";
    this.#outbox.open("meeting");
  }

  #catchUp(tail: Tail): void {
    for (const entry of tail.entries) {
      if (!this.#advance(tail.stream, tail.position.epoch, entry)) return;
    }
    if (tail.stream === "meeting") this.link.value = "live";
    this.#outbox.open(tail.stream);
  }

  /** Whether there was no gap. */
  #advance(stream: StreamName, epoch: string, entry: Entry): boolean {
    const log = stream === "meeting" ? this.#meeting : this.#notes;
    if (log.take(epoch, entry) === "gap") {
      this.#parts.line.renew();
      return false;
    }
    this.#outbox.settle(entry.command_id);
    return true;
  }

  /** Made again only when its sources change: a stroke must not redraw every thumbnail. */
  #packet(): ReadonlySignal<readonly PacketPage[]> {
    const items = computed(() => this.state.value?.items ?? []);
    const documents = computed(() => this.state.value?.documents ?? []);
    const progress = computed(() => this.state.value?.progress ?? {});
    return computed(() =>
      packetOf({ items: items.value, documents: documents.value, progress: progress.value }),
    );
  }

  #turning(): boolean {
    return this.leading.value && this.state.value?.phase === "open";
  }

  /** The page the meeting is turned to; a leader's own turn shows before it is announced. */
  #turned(): PageRef | null {
    const turns = this.#turning() ? this.#outbox.unsent.value.map((each) => each.command) : [];
    const mine = turns.findLast((command) => command.type === "TurnPage");
    return mine?.type === "TurnPage" ? mine.page : (this.state.value?.page ?? null);
  }

  #settleReading(): void {
    const state = this.state.value;
    if (state === null || !this.#loaded.value) return;
    this.#read(this.#reading.peek());
  }

  #read(wish: Reading): void {
    const state = this.state.value;
    if (state === null) return;
    const before = this.#reading.peek();
    const after = settle(wish, {
      packet: this.packet.value,
      phase: state.phase,
      turned: this.#turned(),
      turning: this.#turning(),
    });
    if (sameReading(before, after)) return;
    this.#reading.value = samePage(before.page, after.page)
      ? { ...after, page: before.page }
      : after;
    this.#parts.keeping.keepReading(after);
  }

  #tellWhereIAm(): void {
    if (this.link.value !== "live") return;
    const [page, following] = [this.shown.value, this.following.value];
    this.#parts.line.send({ type: "PageReached", page, following });
  }

  /** A changed meeting may allow what it refused. */
  #offerAgain(): void {
    void this.#powers.value;
    untracked(() => this.#outbox.retry());
  }

  /** A full disk may have been emptied, a busy service be at rest. */
  #offerLater(): void {
    if (this.#offering) return;
    this.#offering = true;
    this.#parts.later(OFFER_AGAIN_MS, () => {
      this.#offering = false;
      this.#outbox.retry();
    });
  }
}

function sameReading(one: Reading, other: Reading): boolean {
  return (
    one.following === other.following &&
    one.number === other.number &&
    one.phase === other.phase &&
    samePage(one.page, other.page)
  );
}
