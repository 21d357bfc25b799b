import { computed, effect, type ReadonlySignal, untracked } from "@preact/signals-core";
import {
  type Actor,
  type Notes,
  type PageRef,
  PROTOCOL_VERSION,
  type Snapshot,
  type StreamName,
} from "../protocol/messages.ts";
import type { Cut, Keeping, KeptLog, KeptRoom, KeptSheet, SheetName } from "./keeping.ts";
import type { FollowedLog } from "./log.ts";
import { keepableDocuments } from "./may_keep.ts";
import type { Parts } from "./parts.ts";
import type { Sheets } from "./sheets.ts";

/** How often at most: what a page holds is written anew with every cut that changed it. */
const EVERY_MS = 4_000;

/** The first cut follows at once: until then a reload without a service finds nothing. */
const FIRST_MS = 250;

const STREAMS: readonly StreamName[] = ["meeting", "notes", "collected"];

export interface MemoryParts {
  readonly keeping: Pick<Keeping, "keepCut" | "forgetRoom">;
  readonly later: Parts["later"];
  readonly sheets: Readonly<Record<StreamName, Sheets>>;
  /** The documents whose ink may lie on the tablet. */
  readonly mayKeep: ReadonlySignal<ReadonlySet<string>>;
  /** Everything that a cut is made of; null before the first word. */
  readonly room: ReadonlySignal<KeptRoom | null>;
}

/** Keeps a seat's meeting on the tablet, one cut after another, for the time without a service. */
export class RoomMemory {
  readonly #parts: MemoryParts;
  #isDue = false;
  #isWriting = false;
  #isOver = false;
  #isKept = false;

  constructor(parts: MemoryParts) {
    this.#parts = parts;
  }

  /** Takes up the sheets that were kept with the logs. */
  restore(sheets: readonly KeptSheet[]): void {
    for (const sheet of sheets) this.#parts.sheets[sheet.stream].restore(sheet);
  }

  /** Keeps whatever changes until the returned function is called. */
  watch(): () => void {
    const { sheets, mayKeep, room } = this.#parts;
    const held = computed(() =>
      STREAMS.reduce((sum, stream) => sum + sheets[stream].changes.value, 0),
    );
    const stops = [
      effect(() => {
        void room.value;
        void held.value;
        untracked(() => this.#comeDue());
      }),
      effect(() => {
        void mayKeep.value;
        untracked(() => {
          this.#doubt();
          this.#comeDue();
        });
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      this.flush();
      this.#isOver = true;
    };
  }

  /** Keeps the cut through everything as it is now. */
  flush(): void {
    const room = this.#parts.room.peek();
    if (!this.#isDue || this.#isOver || room === null) return;
    this.#isDue = false;
    // One cut at a time: a later one that overtook it would be undone by it.
    if (this.#isWriting) this.#comeDue();
    else void this.#keep(this.#cut(room));
  }

  /** Nothing of the meeting stays on the tablet, and nothing is kept from now on. */
  forget(): void {
    this.#isOver = true;
    this.#parts.keeping.forgetRoom();
  }

  #comeDue(): void {
    if (this.#isDue || this.#isOver || this.#parts.room.peek() === null) return;
    this.#isDue = true;
    this.#parts.later(this.#isKept ? EVERY_MS : FIRST_MS, () => this.flush());
  }

  async #keep(cut: Cut): Promise<void> {
    this.#isWriting = true;
    const isKept = await this.#parts.keeping.keepCut(cut);
    this.#isWriting = false;
    this.#isKept ||= isKept;
    // What this cut held is in no other: the next one has to hold everything.
    if (!isKept) this.#doubt();
  }

  #doubt(): void {
    for (const stream of STREAMS) this.#parts.sheets[stream].doubt();
  }

  #cut(room: KeptRoom): Cut {
    const documents = this.#parts.mayKeep.peek();
    const mayKeep = (page: PageRef) => documents.has(page.document_id);
    const sheets: KeptSheet[] = [];
    const gone: SheetName[] = [];
    for (const stream of STREAMS) {
      const drained = this.#parts.sheets[stream].drain(mayKeep);
      sheets.push(...drained.sheets);
      gone.push(...drained.gone.map((key) => ({ stream, key })));
    }
    return { room, sheets, gone };
  }
}

/** The memory of a room whose logs these are. */
export function memoryOf(room: {
  readonly parts: Pick<Parts, "keeping" | "later">;
  readonly sheets: MemoryParts["sheets"];
  readonly you: ReadonlySignal<Actor | null>;
  readonly ahead: () => number;
  readonly meeting: FollowedLog<Snapshot>;
  readonly notes: FollowedLog<Notes>;
  readonly collected: FollowedLog<Notes>;
}): RoomMemory {
  const { state } = room.meeting;
  const [items, documents, opened] = [
    computed(() => state.value?.items ?? []),
    computed(() => state.value?.documents ?? []),
    computed(() => state.value?.opened ?? []),
  ];
  return new RoomMemory({
    keeping: room.parts.keeping,
    later: room.parts.later,
    sheets: room.sheets,
    mayKeep: computed(() =>
      keepableDocuments({ items: items.value, documents: documents.value, opened: opened.value }),
    ),
    room: computed(() => {
      const [you, meeting] = [room.you.value, keptLog(room.meeting)];
      const [notes, collected] = [keptLog(room.notes), keptLog(room.collected)];
      if (you === null || meeting === null) return null;
      return { protocol: PROTOCOL_VERSION, you, ahead: room.ahead(), meeting, notes, collected };
    }),
  });
}

function keptLog<State>(log: FollowedLog<State>): KeptLog<State> | null {
  const [state, position] = [log.state.value, log.position];
  return state === null || position === null ? null : { state, position };
}
