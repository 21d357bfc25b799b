// A live room on a line that the test speaks through.
import { LiveRoom } from "../meeting/live_room.ts";
import type { AnyEvent, Mark, PageRef, Role, Snapshot, StreamName } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { actor, EPOCH, entry, page, snapshot, stroke, welcome } from "./a_meeting.ts";
import { FakeLine } from "./fake_line.ts";
import { MemoryKeeping } from "./memory_keeping.ts";

export const NOTES_EPOCH = "notes-1";

/** A stroke that stands, as the service tells it. */
export function mark(stroke_id: string, seq: number, on: PageRef = page("d1")): Mark {
  return { stroke: stroke(stroke_id, on), by: { seat_id: "other", name: "김간사" }, seq };
}

/** A room, the line it hangs on, and the time it waits for. */
export class ARoom {
  readonly line = new FakeLine();
  readonly keeping: MemoryKeeping;
  readonly room: LiveRoom;
  readonly #laters: { readonly milliseconds: number; readonly act: () => void }[] = [];
  #ids = 0;

  private constructor(keeping: MemoryKeeping) {
    this.keeping = keeping;
    this.room = new LiveRoom({
      meetingId: "m1",
      token: "t",
      line: this.line,
      keeping,
      clock: () => 1_000,
      makeId: () => `id-${++this.#ids}`,
      later: (milliseconds, act) => this.#laters.push({ milliseconds, act }),
    });
  }

  static async open(keeping = new MemoryKeeping()): Promise<ARoom> {
    const opened = new ARoom(keeping);
    await opened.room.load();
    opened.room.greet();
    return opened;
  }

  /** The same with a memory that does not answer: the time it is waited for has passed. */
  static async openWithout(keeping: MemoryKeeping): Promise<ARoom> {
    const opened = new ARoom(keeping);
    const loading = opened.room.load();
    for (const { act } of opened.#laters.splice(0)) act();
    await loading;
    opened.room.greet();
    return opened;
  }

  /** All welcomes; `notes` counts strokes by page. */
  enter(role: Role, state: Partial<Snapshot> = {}, notes: Record<string, number> = {}): void {
    this.room.heard(welcome(actor(role), snapshot(state)));
    const position = { epoch: NOTES_EPOCH, seq: 0 };
    const nothing = { seq: 0, inked: {} };
    this.room.heard({
      type: "NotesWelcome",
      stream: "notes",
      position,
      state: { seq: 0, inked: notes },
    });
    this.room.heard({ type: "NotesWelcome", stream: "collected", position, state: nothing });
  }

  advance(seq: number, ...events: AnyEvent[]): void {
    const next = entry(seq, events);
    this.room.heard({ type: "Advance", stream: "meeting", epoch: EPOCH, entry: next });
  }

  /** The socket is gone, another is open, and nothing was missed. */
  again(seq = 10): void {
    this.room.lost();
    this.room.greet();
    this.tail("meeting", seq);
    this.tail("notes", 0);
  }

  tail(stream: StreamName, seq: number, ...events: AnyEvent[]): void {
    const epoch = stream === "meeting" ? EPOCH : NOTES_EPOCH;
    const entries = events.map((event, index) => entry(seq - events.length + 1 + index, [event]));
    this.room.heard({ type: "Tail", stream, position: { epoch, seq }, entries });
  }

  /** The service answers a question for ink. */
  ink(marks: readonly Mark[], change: { after?: number; more?: boolean; on?: PageRef } = {}): void {
    const { after = 0, more = false, on = page("d1") } = change;
    this.room.heard({ type: "Ink", stream: "meeting", page: on, after, marks, more });
  }

  /** Everything that waits for time gets it. */
  wait(): void {
    for (const { act } of this.#laters.splice(0)) act();
  }

  /** How long what waits for time has to, in milliseconds. */
  get waits(): readonly number[] {
    return this.#laters.map(({ milliseconds }) => milliseconds);
  }

  /** The ink shown, by stroke. */
  get strokes(): readonly string[] {
    return this.room.ink.value.map((each) => each.stroke.stroke_id);
  }

  /** The page shown, `d1.1.2`; null for none. */
  get at(): string | null {
    const { value } = this.room.shown;
    return value === null ? null : pageKey(value);
  }
}
