import { computed, effect, type ReadonlySignal, signal } from "@preact/signals-core";
import type {
  Actor,
  AnyEvent,
  Document,
  Entry,
  Ink,
  Mark,
  Notes,
  PageRef,
  ReadInk,
  Snapshot,
  StreamName,
  Stroke,
} from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { type ArrivedInk, inkOf } from "./ink.ts";
import type { Unsent } from "./keeping.ts";
import type { PacketPage } from "./packet.ts";
import type { SheetMark } from "./room.ts";
import { Sheets } from "./sheets.ts";

const STREAMS: readonly StreamName[] = ["notes", "collected", "meeting"];

/** Questions on their way: so many that a list fills quickly, so few that a turn waits for none. */
const AT_ONCE = 4;

/** A page that bears something of this seat's, and what; lines among it may have no points. */
export interface OwnPage {
  readonly entry: PacketPage;
  readonly marks: readonly SheetMark[];
  /** False while something on it is still to come. */
  readonly whole: boolean;
}

/** Everything this seat has written in the meeting, page by page, also where it was not opened. */
export interface OwnPages {
  /** In packet order; complete once `reading` is false. */
  readonly pages: ReadonlySignal<readonly OwnPage[]>;
  /** Whether answers are still to come. */
  readonly reading: ReadonlySignal<boolean>;
  /** Begins to read, and goes on for as long as the room stands; called again, it does nothing. */
  want(): void;
}

/** What the reading of one's own ink depends on. */
export interface OwnInkParts {
  readonly send: (question: ReadInk) => boolean;
  readonly state: ReadonlySignal<Snapshot | null>;
  readonly notes: ReadonlySignal<Notes | null>;
  readonly collected: ReadonlySignal<Notes | null>;
  readonly you: ReadonlySignal<Actor | null>;
  readonly packet: ReadonlySignal<readonly PacketPage[]>;
  readonly unsent: ReadonlySignal<readonly Unsent[]>;
  /** What is held to be shown: a page that is whole there need not be asked for again. */
  readonly near: Readonly<Record<StreamName, Sheets>>;
}

/**
 * Reads what this seat wrote on every page of the packet, a few pages at a time.
 *
 * Of lines it keeps that they are there, and not where they run: a list needs no more, and a
 * day's writing then takes little room. Without a line it tells what the tablet has.
 */
export class OwnInk implements OwnPages {
  readonly #parts: OwnInkParts;
  readonly #sheets: Readonly<Record<StreamName, Sheets>> = {
    meeting: new Sheets("meeting"),
    notes: new Sheets("notes"),
    collected: new Sheets("collected"),
  };
  readonly #known: Readonly<Record<StreamName, ArrivedInk>>;
  readonly #asked = new Map<string, number>();
  readonly #open = signal<ReadonlySet<StreamName>>(new Set());
  readonly #wanted = signal(false);
  readonly #inked: ReadonlySignal<Readonly<Record<StreamName, Readonly<Record<string, number>>>>>;
  readonly pages: ReadonlySignal<readonly OwnPage[]>;
  readonly reading: ReadonlySignal<boolean>;

  constructor(parts: OwnInkParts) {
    this.#parts = parts;
    this.#inked = computed(() => ({
      meeting: parts.state.value?.inked ?? {},
      notes: parts.notes.value?.inked ?? {},
      collected: parts.collected.value?.inked ?? {},
    }));
    this.#known = {
      meeting: this.#knownOf("meeting"),
      notes: this.#knownOf("notes"),
      collected: this.#knownOf("collected"),
    };
    this.pages = computed(() => this.#pages());
    this.reading = computed(
      () => this.#wanted.value && parts.packet.value.some((each) => !this.#isWhole(each)),
    );
  }

  want(): void {
    this.#wanted.value = true;
  }

  /** Asks whenever ink came to a page, until the returned function is called. */
  watch(): () => void {
    return effect(() => {
      void this.#inked.value;
      void this.#parts.packet.value;
      this.#look();
    });
  }

  /** A new line: what was asked on the last one is not answered any more. */
  begin(): void {
    this.#asked.clear();
    this.#open.value = new Set();
  }

  /** The log starts anew. */
  restart(stream: StreamName): void {
    this.#sheets[stream].clear();
    for (const question of this.#asked.keys()) {
      if (question.startsWith(`${stream} `)) this.#asked.delete(question);
    }
    this.open(stream);
  }

  /** The log is up to date on this line. */
  open(stream: StreamName): void {
    this.#open.value = new Set([...this.#open.peek(), stream]);
  }

  /** Takes an answer in; whoever asked, it says the same. */
  take(ink: Ink): void {
    const question = `${ink.stream} ${pageKey(ink.page)}`;
    if (this.#asked.get(question) !== ink.after) return;
    this.#asked.delete(question);
    this.#sheets[ink.stream].take({ ...ink, marks: ink.marks.map(withoutWay) });
    this.#look();
  }

  /** The next entry of a log. */
  fold(stream: StreamName, entry: Entry): void {
    this.#sheets[stream].fold({ ...entry, events: entry.events.map(eventWithoutWay) });
  }

  /** Forgets what stood on documents that have gone. */
  keepOnly(documents: readonly Document[]): void {
    const ids = new Set(documents.map((each) => each.document_id));
    for (const stream of STREAMS) this.#sheets[stream].keepOnly(ids);
  }

  #look(): void {
    if (!this.#wanted.value) return;
    const open = this.#open.value;
    for (const { page } of this.#parts.packet.value) {
      for (const stream of STREAMS) {
        if (this.#asked.size >= AT_ONCE) return;
        if (open.has(stream)) this.#ask(stream, page);
      }
    }
  }

  #ask(stream: StreamName, page: PageRef): void {
    const key = pageKey(page);
    const [sheets, question] = [this.#sheets[stream], `${stream} ${key}`];
    if (this.#asked.has(question) || !this.#lacks(stream, key)) return;
    const after = sheets.told(key);
    sheets.hold(page);
    if (this.#parts.send({ type: "ReadInk", stream, page, after }))
      this.#asked.set(question, after);
  }

  /** Whether there is ink of this log on the page that has not come. */
  #lacks(stream: StreamName, key: string): boolean {
    if ((this.#inked.value[stream][key] ?? 0) === 0) return false;
    return !this.#parts.near[stream].isWhole(key) && !this.#sheets[stream].isWhole(key);
  }

  /** What is held to be shown, where all of it is; else what was read for the list. */
  #knownOf(stream: StreamName): ArrivedInk {
    const held = (key: string) => {
      const near = this.#parts.near[stream];
      return near.isWhole(key) ? near : this.#sheets[stream];
    };
    return {
      marks: (key) => held(key).marks(key),
      has: (key, strokeId) => held(key).has(key, strokeId),
    };
  }

  #isWhole({ page }: PacketPage): boolean {
    const key = pageKey(page);
    return STREAMS.every((stream) => !this.#lacks(stream, key));
  }

  #pages(): readonly OwnPage[] {
    const [you, unsent] = [this.#parts.you.value, this.#parts.unsent.value];
    const waiting = new Set(unsent.map(keyOf));
    const sources = { sheets: this.#known, unsent, you };
    return this.#parts.packet.value.flatMap((entry) => {
      const key = pageKey(entry.page);
      const has = STREAMS.some((stream) => (this.#inked.value[stream][key] ?? 0) > 0);
      if (!has && !waiting.has(key)) return [];
      const marks = inkOf(entry.page, sources).filter(
        (mark) => mark.stream !== "meeting" || mark.by.seat_id === you?.seat_id,
      );
      const isOwn = (["notes", "collected"] as const).some((stream) => this.#lacks(stream, key));
      return marks.length > 0 || isOwn ? [{ entry, marks, whole: this.#isWhole(entry) }] : [];
    });
  }
}

/** The page a waiting command writes on; empty for any other command. */
function keyOf({ command }: Unsent): string {
  return command.type === "AddStroke" ? pageKey(command.stroke.page) : "";
}

function withoutWay(mark: Mark): Mark {
  return { ...mark, stroke: strokeWithoutWay(mark.stroke) };
}

function eventWithoutWay(event: AnyEvent): AnyEvent {
  if (event.type !== "StrokeAdded") return event;
  return { ...event, stroke: strokeWithoutWay(event.stroke) };
}

function strokeWithoutWay(stroke: Stroke): Stroke {
  return stroke.points.length > 3 ? { ...stroke, points: [] } : stroke;
}
