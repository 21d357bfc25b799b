import type { Document, Entry, Ink, PageRef, ReadInk, StreamName } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import type { Inked } from "./inked.ts";
import { Sheets } from "./sheets.ts";

const STREAMS: readonly StreamName[] = ["meeting", "collected", "notes"];

const OWN: readonly StreamName[] = ["collected", "notes"];

/** What is looked at: the page shown, and those that may be turned to next. */
export interface InkWanted {
  readonly shown: PageRef | null;
  readonly beside: PageRef | null;
  readonly near: readonly PageRef[];
  /** Where this seat wrote for itself: read when nothing else is, for the time without a service. */
  readonly own?: readonly PageRef[];
  /** The reader has rested on the page: there is time to look ahead. */
  readonly rested: boolean;
  /** Strokes by page of each log; null before the log's first word. */
  readonly inked: Readonly<Record<StreamName, Inked | null>>;
}

/**
 * Asks for the ink of the page shown and of the presenter's, then for that of the pages near it.
 *
 * Each answer is one frame; what it leaves is asked for until the page is whole. Ahead goes
 * one question at a time, so that a turn to a page of much ink never waits behind them.
 */
export class InkReading {
  readonly sheets: Readonly<Record<StreamName, Sheets>> = {
    meeting: new Sheets("meeting"),
    notes: new Sheets("notes"),
    collected: new Sheets("collected"),
  };
  readonly #send: (question: ReadInk) => boolean;
  /** Questions without an answer: the entry each asked after, by log and page. */
  readonly #asked = new Map<string, number>();
  readonly #open = new Set<StreamName>();

  /** `send` is false when there is no line; the question is then asked on the next one. */
  constructor(send: (question: ReadInk) => boolean) {
    this.#send = send;
  }

  /** A new line: what was asked on the last one is not answered any more. */
  begin(): void {
    this.#asked.clear();
    this.#open.clear();
  }

  /** The log starts anew: what is held of its ink may have changed unseen. */
  restart(stream: StreamName): void {
    for (const asked of this.#asked.keys()) {
      if (asked.startsWith(`${stream} `)) this.#asked.delete(asked);
    }
    this.sheets[stream].clear();
    this.#open.add(stream);
  }

  /** The next entry of a log. */
  fold(stream: StreamName, entry: Entry): void {
    this.sheets[stream].fold(entry);
  }

  /** Forgets the ink of documents that have gone. */
  keepOnly(documents: readonly Document[]): void {
    const ids = new Set(documents.map((each) => each.document_id));
    for (const stream of STREAMS) this.sheets[stream].keepOnly(ids);
  }

  /** The log is up to date on this line: its ink may be asked for. */
  open(stream: StreamName): void {
    this.#open.add(stream);
  }

  /** Takes an answer in; one that nobody waits for is left. */
  take(ink: Ink): void {
    const question = `${ink.stream} ${pageKey(ink.page)}`;
    if (this.#asked.get(question) !== ink.after) return;
    this.#asked.delete(question);
    this.sheets[ink.stream].take(ink);
  }

  /** Asks for what is missing; call again whenever something has changed. */
  look({ shown, beside, near, own = [], rested, inked }: InkWanted): void {
    const seen = [shown, beside].filter((page) => page !== null);
    const keys = new Set([...seen, ...near].map(pageKey));
    for (const stream of STREAMS) {
      this.sheets[stream].tidy(keys);
      for (const page of seen) {
        this.sheets[stream].touch(pageKey(page));
        this.#want(stream, page, inked[stream]);
      }
    }
    if (!rested) return;
    for (const page of near) {
      for (const stream of STREAMS) {
        if (this.#asked.size > 0) return;
        if (!this.sheets[stream].isFull) this.#want(stream, page, inked[stream]);
      }
    }
    for (const page of own) {
      for (const stream of OWN) {
        if (this.#asked.size > 0) return;
        const hasInk = (inked[stream]?.[pageKey(page)] ?? 0) > 0;
        if (hasInk && this.sheets[stream].hasSpare) this.#want(stream, page, inked[stream]);
      }
    }
  }

  /** Whether all the ink of a page is here; a page without any is so from the start. */
  isComplete(page: PageRef, inked: InkWanted["inked"]): boolean {
    const key = pageKey(page);
    return STREAMS.every(
      (stream) => this.sheets[stream].isWhole(key) || (inked[stream]?.[key] ?? 0) === 0,
    );
  }

  #want(stream: StreamName, page: PageRef, inked: Inked | null): void {
    const key = pageKey(page);
    const sheets = this.sheets[stream];
    const question = `${stream} ${key}`;
    const waits = !this.#open.has(stream) || inked === null || this.#asked.has(question);
    if (waits || sheets.isWhole(key)) return;
    if (sheets.told(key) === 0 && (inked[key] ?? 0) === 0) {
      sheets.holdBlank(page);
      return;
    }
    const after = sheets.told(key);
    // Held from now on, or a stroke that arrives before the answer would be lost to the eye.
    sheets.hold(page);
    if (this.#send({ type: "ReadInk", stream, page, after })) this.#asked.set(question, after);
  }
}
