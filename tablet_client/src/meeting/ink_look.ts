import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type {
  Actor,
  Entry,
  Ink,
  Notes,
  PageRef,
  ReadInk,
  Snapshot,
  StreamName,
} from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { InkReading, type InkWanted } from "./ink_reading.ts";
import type { Unsent } from "./keeping.ts";
import { LeftInk } from "./left_ink.ts";
import { OwnInk } from "./own_ink.ts";
import { findPage, type PacketPage, pageFrom } from "./packet.ts";
import type { Parts } from "./parts.ts";
import { maySeePages } from "./powers.ts";

/** A page looked at this long is being read, and not leafed past. */
const RESTED_MS = 500;

/** A hall that was turned to a page looks ahead within this time, not in one blow. */
const SPREAD_MS = 1_000;

/** The pages a reader goes to next, by how far from the one shown. */
const NEAR = [1, 2, -1];

/** What the look at ink depends on. */
export interface InkLookParts {
  readonly send: (question: ReadInk) => boolean;
  readonly later: Parts["later"];
  readonly state: ReadonlySignal<Snapshot | null>;
  readonly notes: ReadonlySignal<Notes | null>;
  readonly collected: ReadonlySignal<Notes | null>;
  readonly you: ReadonlySignal<Actor | null>;
  readonly packet: ReadonlySignal<readonly PacketPage[]>;
  readonly shown: ReadonlySignal<PageRef | null>;
  /** The presenter's page: beside this one, or one tap away. */
  readonly beside: ReadonlySignal<PageRef | null>;
  readonly unsent: ReadonlySignal<readonly Unsent[]>;
}

/** Keeps the ink of the page shown at hand, that of the pages near it, and one's own of all. */
export class InkLook {
  readonly #parts: InkLookParts;
  readonly #reading: InkReading;
  /** The page the reader has rested on. */
  readonly #rested = signal<string | null>(null);
  readonly #inked: ReadonlySignal<InkWanted["inked"]>;
  readonly #wanted: ReadonlySignal<InkWanted>;
  /** Whether pages may be seen; null while that is not known. */
  readonly #maySee: ReadonlySignal<boolean | null>;
  readonly #shown = computed(() => {
    const { shown } = this.#wanted.value;
    return shown === null ? null : pageKey(shown);
  });

  readonly complete: ReadonlySignal<boolean>;
  readonly own: OwnInk;
  readonly left: LeftInk;

  constructor(parts: InkLookParts) {
    this.#parts = parts;
    this.left = new LeftInk(parts);
    this.#reading = new InkReading(parts.send);
    this.own = new OwnInk({ ...parts, near: this.#reading.sheets });
    this.#inked = computed(() => ({
      meeting: parts.state.value?.inked ?? null,
      notes: parts.notes.value?.inked ?? null,
      collected: parts.collected.value?.inked ?? null,
    }));
    this.#wanted = computed(() => this.#want());
    this.#maySee = computed(() => {
      const [now, me] = [parts.state.value, parts.you.value];
      return now === null || me === null ? null : maySeePages(now, me);
    });
    this.complete = computed(() => {
      const { shown, inked } = this.#wanted.value;
      return shown === null || this.#reading.isComplete(shown, inked);
    });
  }

  get sheets(): InkReading["sheets"] {
    return this.#reading.sheets;
  }

  /** Asks whenever another page is shown or ink came to one; the function stops it. */
  watch(): () => void {
    let couldSee: boolean | null = null;
    const stops = [
      this.own.watch(),
      effect(() => {
        const canSee = this.#maySee.value;
        // What was asked while the packet was taken back was answered with nothing.
        if (couldSee === false && canSee === true) untracked(() => this.restart("meeting"));
        couldSee = canSee;
      }),
      effect(() => {
        const key = this.#shown.value;
        if (key !== null) untracked(() => this.#rest(key));
      }),
      effect(() => {
        void this.#wanted.value;
        untracked(() => this.#look());
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** A new line. */
  begin(): void {
    this.#reading.begin();
    this.own.begin();
    this.left.begin();
  }

  /** The log starts anew. */
  restart(stream: StreamName): void {
    this.#reading.restart(stream);
    this.own.restart(stream);
    this.left.restart(stream);
    this.#look();
  }

  /** The log is up to date on this line. */
  open(stream: StreamName): void {
    this.#reading.open(stream);
    this.own.open(stream);
    this.left.open(stream);
    this.#look();
  }

  take(ink: Ink): void {
    this.#reading.take(ink);
    this.own.take(ink);
    this.left.take(ink);
    this.#look();
  }

  /** The next entry of a log, once its state knows it. */
  fold(stream: StreamName, entry: Entry): void {
    this.#reading.fold(stream, entry);
    this.own.fold(stream, entry);
    this.left.fold(stream, entry);
    const hasLost = entry.events.some(
      ({ type }) => type === "DocumentRemoved" || type === "ItemRemoved",
    );
    if (!hasLost) return;
    const documents = this.#parts.state.peek()?.documents ?? [];
    this.#reading.keepOnly(documents);
    this.own.keepOnly(documents);
  }

  #look(): void {
    this.#reading.look(this.#wanted.peek());
  }

  #want(): InkWanted {
    const { packet, shown } = this.#parts;
    const inked = this.#inked.value;
    const entry = findPage(packet.value, shown.value);
    if (entry === null || this.#maySee.value !== true) {
      return { shown: null, beside: null, near: [], own: [], rested: false, inked };
    }
    const near = NEAR.map((by) => pageFrom(packet.value, entry.number, by)?.page ?? null);
    return {
      shown: entry.page,
      beside: findPage(packet.value, this.#parts.beside.value)?.page ?? null,
      near: near.filter((page) => page !== null),
      own: packet.value
        .map((each) => each.page)
        .filter((page) => {
          const key = pageKey(page);
          return (inked.notes?.[key] ?? 0) + (inked.collected?.[key] ?? 0) > 0;
        }),
      rested: this.#rested.value === pageKey(entry.page),
      inked,
    };
  }

  #rest(key: string): void {
    if (this.#rested.peek() === key) return;
    this.#parts.later(RESTED_MS + spreadOf(this.#parts.you.peek()), () => {
      if (this.#shown.peek() === key) this.#rested.value = key;
    });
  }
}

/** A while that is each seat's own and always the same. */
function spreadOf(you: Actor | null): number {
  let sum = 0;
  for (const letter of you?.seat_id ?? "") sum = (31 * sum + letter.charCodeAt(0)) % SPREAD_MS;
  return sum;
}
