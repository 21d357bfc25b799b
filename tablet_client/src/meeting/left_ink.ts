import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type {
  Actor,
  Document,
  Entry,
  Ink,
  Notes,
  PageRef,
  PageSize,
  ReadInk,
  Snapshot,
  StreamName,
} from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { inkOf } from "./ink.ts";
import { InkReading, type InkWanted } from "./ink_reading.ts";
import type { Unsent } from "./keeping.ts";
import type { SheetMark } from "./room.ts";

/** A page that no later version has, and how many marks of each log still lie on it. */
export interface LeftPage {
  readonly page: PageRef;
  readonly size: PageSize;
  /** The document as it is now. */
  readonly document: Document;
  readonly marks: Readonly<Record<StreamName, number>>;
}

/** Ink that found no place in a new version, and a look at one page of it at a time. */
export interface LeftPages {
  /** In the order of the documents, then by version and page. */
  readonly pages: ReadonlySignal<readonly LeftPage[]>;
  /** The ink of the page looked at, in the order it was drawn. */
  readonly ink: ReadonlySignal<readonly SheetMark[]>;
  /** False while some of it is still to come. */
  readonly whole: ReadonlySignal<boolean>;
  /** Looks at another page, or at none. */
  look(page: PageRef | null): void;
}

/** What left ink depends on. */
export interface LeftInkParts {
  readonly send: (question: ReadInk) => boolean;
  readonly state: ReadonlySignal<Snapshot | null>;
  readonly notes: ReadonlySignal<Notes | null>;
  readonly collected: ReadonlySignal<Notes | null>;
  readonly you: ReadonlySignal<Actor | null>;
  readonly unsent: ReadonlySignal<readonly Unsent[]>;
}

const NO_INK: readonly SheetMark[] = [];

/** Knows which old pages still bear ink, and reads that of the one looked at. */
export class LeftInk implements LeftPages {
  readonly #reading: InkReading;
  readonly #looked = signal<PageRef | null>(null);
  readonly #inked: ReadonlySignal<InkWanted["inked"]>;

  readonly pages: ReadonlySignal<readonly LeftPage[]>;
  readonly ink: ReadonlySignal<readonly SheetMark[]>;
  readonly whole: ReadonlySignal<boolean>;

  constructor(parts: LeftInkParts) {
    this.#reading = new InkReading(parts.send);
    this.#inked = computed(() => ({
      meeting: parts.state.value?.inked ?? null,
      notes: parts.notes.value?.inked ?? null,
      collected: parts.collected.value?.inked ?? null,
    }));
    this.pages = computed(() =>
      parts.state.value === null ? [] : leftPages(parts.state.value, this.#inked.value),
    );
    this.ink = computed(() => {
      const page = this.#looked.value;
      if (page === null) return NO_INK;
      const [you, unsent] = [parts.you.value, parts.unsent.value];
      return inkOf(page, { sheets: this.#reading.sheets, unsent, you });
    });
    this.whole = computed(() => {
      const page = this.#looked.value;
      return page === null || this.#reading.isComplete(page, this.#inked.value);
    });
  }

  look(page: PageRef | null): void {
    this.#looked.value = page;
    this.#ask();
  }

  /** A new line: what was asked on the last one is not answered any more. */
  begin(): void {
    this.#reading.begin();
  }

  /** The log starts anew. */
  restart(stream: StreamName): void {
    this.#reading.restart(stream);
    this.#ask();
  }

  /** The log is up to date on this line. */
  open(stream: StreamName): void {
    this.#reading.open(stream);
    this.#ask();
  }

  /** Takes an answer in, if it was asked for here. */
  take(ink: Ink): void {
    this.#reading.take(ink);
    this.#ask();
  }

  /** The next entry of a log. */
  fold(stream: StreamName, entry: Entry): void {
    this.#reading.fold(stream, entry);
  }

  #ask(): void {
    const shown = this.#looked.peek();
    if (shown === null) return;
    const inked = this.#inked.peek();
    this.#reading.look({ shown, beside: null, near: [], own: [], rested: false, inked });
  }
}

/** The old pages with ink on them. */
function leftPages(
  { documents, former }: Snapshot,
  inked: InkWanted["inked"],
): readonly LeftPage[] {
  return documents.flatMap((document) =>
    (former[document.document_id] ?? []).flatMap((old) =>
      old.sizes.flatMap((size, index) => {
        if (old.pages[index] !== 0) return [];
        const page = { ...pageOf(document), version: old.version, page: index + 1 };
        const count = (stream: StreamName) => inked[stream]?.[pageKey(page)] ?? 0;
        const marks = {
          meeting: count("meeting"),
          notes: count("notes"),
          collected: count("collected"),
        };
        const isBlank = marks.meeting + marks.notes + marks.collected === 0;
        return isBlank ? [] : [{ page, size, document, marks }];
      }),
    ),
  );
}

function pageOf({ document_id, version }: Document): PageRef {
  return { document_id, version, page: 1 };
}
