import { batch, computed, effect, type ReadonlySignal, signal } from "@preact/signals-core";
import {
  type Actor,
  type AnyCommand,
  type AnyFrame,
  CLOSE,
  type Entry,
  type Hello,
  type Notes,
  type PageRef,
  PROTOCOL_VERSION,
  type Presence,
  type Receipts,
  type Refused,
  type SignalFromTablet,
  type StreamName,
  type Tail,
  type Welcome,
} from "../protocol/messages.ts";
import { samePage } from "../protocol/page_key.ts";
import { besideOf } from "./beside.ts";
import { apply, applyNotes } from "./fold.ts";
import { EMPTY_HALL, hallAfter } from "./hall.ts";
import { inkOf } from "./ink.ts";
import { InkLook } from "./ink_look.ts";
import type { KeptRoom, Unsent } from "./keeping.ts";
import { FollowedLog } from "./log.ts";
import { Offering } from "./offering.ts";
import { Outbox } from "./outbox.ts";
import { countPages, pageFrom } from "./packet.ts";
import { packetSignal } from "./packet_signal.ts";
import type { Parts } from "./parts.ts";
import { steers } from "./powers.ts";
import type { LinkState, Outcome, PassingListener, Room, SheetMark, Wish } from "./room.ts";
import { memoryOf, type RoomMemory } from "./room_memory.ts";
import { versionsSignal } from "./versions_signal.ts";
import { Whereabouts } from "./whereabouts.ts";

const NO_INK: readonly SheetMark[] = [];

/** A tablet's memory takes some 20 ms to answer, on an old one ten times as long. */
const MEMORY_MS = 3_000;

/** After these nothing of the meeting stays on the tablet but what was not sent. */
const GONE: ReadonlySet<number> = new Set([CLOSE.UNAUTHORISED, CLOSE.EXPIRED, CLOSE.REVOKED]);

/** The headless heart of a tablet: what the line brings becomes what the screens show. */
export class LiveRoom implements Room {
  readonly #parts: Parts;
  readonly #meeting = new FollowedLog(apply);
  readonly #notes = new FollowedLog(applyNotes);
  readonly #collected = new FollowedLog(applyNotes);
  readonly #outbox: Outbox;
  readonly #offering: Offering;
  readonly #where: Whereabouts;
  readonly #inkLook: InkLook;
  readonly #memory: RoomMemory;
  readonly #hall = signal(EMPTY_HALL);
  readonly #receipts = signal<Receipts | null>(null);
  readonly #listeners = new Set<PassingListener>();
  readonly #stops: (() => void)[] = [];
  #ahead = 0;
  #isClosed = false;
  #knowsHall = false;

  readonly link = signal<LinkState>("connecting");
  readonly ended = signal<number | null>(null);
  readonly you = signal<Actor | null>(null);
  readonly presence = computed(() => this.#hall.value.seats);
  readonly present = computed(() => this.#hall.value.total);
  readonly followers = computed(() => this.#hall.value.followers);
  readonly lostSince = computed(() => this.#hall.value.lostSince);
  readonly refusal = signal<Refused | null>(null);
  readonly state = this.#meeting.state;
  readonly packet = packetSignal(this.state);
  readonly #versions = versionsSignal(this.state);
  readonly pageCount = computed(() =>
    this.state.value === null ? 0 : countPages(this.state.value),
  );
  readonly leading = computed(
    () => this.you.value !== null && this.state.value?.lead?.seat_id === this.you.value.seat_id,
  );
  readonly receipts = computed(() => {
    const [state, you] = [this.state.value, this.you.value];
    return state !== null && you !== null && steers(state, you) ? this.#receipts.value : null;
  });
  readonly following;
  readonly shown;
  readonly veiled;
  readonly offered;
  readonly held;
  readonly unsent;
  readonly heldBack;
  readonly ink;
  readonly inkComplete;
  readonly beside;
  readonly own;
  readonly left;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#outbox = new Outbox({
      keeping: parts.keeping,
      clock: parts.clock,
      send: (command) => parts.line.send(command),
    });
    this.#offering = new Offering(this.#outbox, parts.later);
    this.#where = new Whereabouts({
      state: this.state,
      you: this.you,
      packet: this.packet,
      unsent: this.#outbox.unsent,
      keepReading: (reading) => parts.keeping.keepReading(reading),
    });
    ({
      following: this.following,
      shown: this.shown,
      veiled: this.veiled,
      offered: this.offered,
      held: this.held,
    } = this.#where);
    this.unsent = this.#outbox.count;
    this.heldBack = this.#outbox.heldBack;
    this.#inkLook = new InkLook({
      send: (question) => parts.line.send(question),
      later: parts.later,
      state: this.state,
      notes: this.#notes.state,
      collected: this.#collected.state,
      you: this.you,
      packet: this.packet,
      shown: this.shown,
      beside: this.#where.presented,
      unsent: this.#outbox.unsent,
    });
    this.own = this.#inkLook.own;
    this.left = this.#inkLook.left;
    this.inkComplete = this.#inkLook.complete;
    this.ink = this.#inkOn(this.shown);
    this.beside = besideOf({
      page: this.#where.presented,
      ink: this.#inkOn(this.#where.presented),
      shown: this.shown,
      following: this.following,
      isBound: computed(() => this.held.value || this.#where.turning.value),
      readAlone: (page) => this.#where.readAlone(page),
      rejoin: () => this.#where.rejoin(),
    });
    this.#memory = memoryOf({
      parts,
      sheets: this.#inkLook.sheets,
      you: this.you,
      ahead: () => this.#ahead,
      meeting: this.#meeting,
      notes: this.#notes,
      collected: this.#collected,
    });
    this.#stops.push(
      this.#where.watch(),
      this.beside.watch(),
      this.#inkLook.watch(),
      effect(() => this.#tellWhereIAm()),
      this.#offering.watch(this.state, this.leading),
    );
  }

  /** Takes up what the tablet kept; call once, before the first line opens. */
  async load(): Promise<void> {
    const loading = this.#parts.keeping.load();
    const kept = await Promise.race([loading, this.#patience()]);
    if (kept === null) void loading.then(({ unsent }) => this.#outbox.restore(unsent));
    batch(() => {
      if (kept !== null) this.#outbox.restore(kept.unsent);
      if (kept?.room?.protocol === PROTOCOL_VERSION) {
        this.#takeUp(kept.room);
        this.#memory.restore(kept.sheets);
      }
      this.#where.load(kept?.reading ?? null);
    });
    if (!this.#isClosed) this.#stops.push(this.#memory.watch());
  }

  /** A memory that answers later keeps nobody out; WebKit's was seen never to answer. */
  #patience(): Promise<null> {
    return new Promise((done) => this.#parts.later(MEMORY_MS, () => done(null)));
  }

  /** Takes up commands that came into this seat's memory from another's. */
  adopt(unsent: readonly Unsent[]): void {
    this.#outbox.restore(unsent);
  }

  /** Keeps what there is now: the tablet may be put to sleep, or the page closed. */
  putDown(): void {
    this.#memory.flush();
  }

  // --- what the line brings

  /** A socket is open: the words to say first. */
  greet(): Hello {
    this.#outbox.begin();
    this.#inkLook.begin();
    return {
      type: "Hello",
      protocol: PROTOCOL_VERSION,
      token: this.#parts.token,
      meeting_id: this.#parts.meetingId,
      position: this.#meeting.position,
      notes: this.#notes.position,
      collected: this.#collected.position,
    };
  }

  /** A frame has come. */
  heard(frame: AnyFrame): void {
    batch(() => this.#take(frame));
  }

  /** The socket is gone and another will come. */
  lost(): void {
    this.#outbox.begin();
    this.#inkLook.begin();
    this.#knowsHall = false;
    // What was kept is a room too: it is open, and its line is down.
    if (this.state.value !== null) this.link.value = "away";
  }

  /** The service said to stay away. */
  sentAway(code: number): void {
    this.lost();
    this.link.value = "away";
    this.ended.value = code;
    if (GONE.has(code)) this.#memory.forget();
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
    if (this.link.value === "live" && this.present.value > 1) this.#parts.line.send(passing);
  }

  hear(listener: PassingListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  show(page: PageRef): void {
    if (samePage(page, this.shown.value)) return;
    if (this.#where.turning.value) void this.ask({ type: "TurnPage", page });
    else this.#where.readAlone(page);
  }

  step(by: 1 | -1): void {
    const there = pageFrom(this.packet.value, this.#where.number, by);
    if (there !== null) this.show(there.page);
  }

  rejoin(): void {
    this.#where.rejoin();
  }

  dismiss(): void {
    this.refusal.value = null;
  }

  close(): void {
    this.#isClosed = true;
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
        this.#ownLog(frame.stream).restart(frame.position, frame.state);
        this.#inkLook.restart(frame.stream);
        this.#outbox.open(frame.stream);
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
        for (const { seat_id, signal } of frame.signals)
          for (const listener of this.#listeners) listener(seat_id, signal);
        break;
      case "Ink":
        this.#inkLook.take(frame);
        break;
      case "Presence":
        this.#present(frame);
        break;
      case "Receipts":
        this.#receipts.value = frame;
    }
  }

  /** Changes of a hall that was not told whole on this line say nothing. */
  #present(frame: Presence): void {
    this.#knowsHall ||= frame.whole;
    if (this.#knowsHall) this.#hall.value = hallAfter(this.#hall.value, frame);
  }

  #refused(frame: Refused): void {
    if (this.#outbox.refuse(frame)) this.refusal.value = frame;
    this.#offering.refused(frame);
  }

  #welcome(frame: Welcome): void {
    this.#ahead = frame.now - this.#parts.clock();
    this.you.value = frame.you;
    this.#meeting.restart(frame.position, frame.state);
    this.#inkLook.restart("meeting");
    this.link.value = "live";
    this.#outbox.open("meeting");
  }

  #catchUp(tail: Tail): void {
    for (const entry of tail.entries) {
      if (!this.#advance(tail.stream, tail.position.epoch, entry)) return;
    }
    if (tail.stream === "meeting") this.link.value = "live";
    this.#inkLook.open(tail.stream);
    this.#outbox.open(tail.stream);
  }

  /** Whether there was no gap. */
  #advance(stream: StreamName, epoch: string, entry: Entry): boolean {
    const log = stream === "meeting" ? this.#meeting : this.#ownLog(stream);
    const place = log.take(epoch, entry);
    if (place === "gap") {
      this.#parts.line.renew();
      return false;
    }
    if (place === "next") this.#inkLook.fold(stream, entry);
    this.#outbox.settle(entry.command_id);
    return true;
  }

  #takeUp({ you, ahead, meeting, notes, collected }: KeptRoom): void {
    this.you.value = you;
    this.#ahead = ahead;
    this.#meeting.restart(meeting.position, meeting.state);
    if (notes !== null) this.#notes.restart(notes.position, notes.state);
    if (collected !== null) this.#collected.restart(collected.position, collected.state);
  }

  #ownLog(stream: StreamName): FollowedLog<Notes> {
    return stream === "collected" ? this.#collected : this.#notes;
  }

  #inkOn(shown: ReadonlySignal<PageRef | null>): ReadonlySignal<readonly SheetMark[]> {
    return computed(() => {
      const page = shown.value;
      if (page === null) return NO_INK;
      const [sheets, you] = [this.#inkLook.sheets, this.you.value];
      const [unsent, versions] = [this.#outbox.unsent.value, this.#versions.value];
      return inkOf(page, { sheets, you, unsent, versions });
    });
  }

  /** Who has the presenter's page beside their own is with the presenter. */
  #tellWhereIAm(): void {
    if (this.link.value !== "live") return;
    const { isOn } = this.beside;
    const page = isOn.value ? this.beside.page.value : this.shown.value;
    const following = isOn.value || this.following.value;
    this.#parts.line.send({ type: "PageReached", page, following });
  }
}
