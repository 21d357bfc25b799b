import type { AnyCommand, Following, PageRef, Phase } from "../protocol/messages.ts";

/** A command that waits for its outcome; `order` sorts, `at` is the tablet's clock. */
export interface Unsent {
  readonly order: number;
  readonly at: number;
  readonly command: AnyCommand;
}

/** Where a reader was: the page read alone, or following; and in which phase and mode that was. */
export interface Reading {
  readonly following: boolean;
  readonly page: PageRef | null;
  readonly number: number;
  readonly phase: Phase | null;
  readonly mode: Following | null;
}

/** What a seat had when the tablet was last open. */
export interface Kept {
  readonly unsent: readonly Unsent[];
  readonly reading: Reading | null;
}

/**
 * The tablet's own memory of a seat, through reloads.
 *
 * Writing never throws: a tablet without storage (private browsing, a full disk) works on,
 * and loses only what a reload would have brought back.
 */
export interface Keeping {
  load(): Promise<Kept>;
  keep(unsent: Unsent): void;
  drop(commandId: string): void;
  keepReading(reading: Reading): void;
}
