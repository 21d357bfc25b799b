import type {
  Actor,
  AnyCommand,
  Following,
  Mark,
  Notes,
  PageRef,
  Phase,
  Position,
  Snapshot,
  StreamName,
} from "../protocol/messages.ts";

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

/** A log as it was folded up to a position. */
export interface KeptLog<State> {
  readonly position: Position;
  readonly state: State;
}

/** A meeting as this seat knew it last: enough to open it with the service gone. */
export interface KeptRoom {
  /** Another protocol's states cannot be read. */
  readonly protocol: number;
  readonly you: Actor;
  /** How far the service's clock is ahead of the tablet's. */
  readonly ahead: number;
  readonly meeting: KeptLog<Snapshot>;
  readonly notes: KeptLog<Notes> | null;
  readonly collected: KeptLog<Notes> | null;
}

/** All the ink of one page in one log, at the position the log is kept at. */
export interface KeptSheet {
  readonly stream: StreamName;
  readonly page: PageRef;
  readonly marks: readonly Mark[];
  readonly told: number;
}

/** A sheet's name: its log and its page's key. */
export interface SheetName {
  readonly stream: StreamName;
  readonly key: string;
}

/** One cut through everything: the logs, and the sheets that changed since the cut before. */
export interface Cut {
  readonly room: KeptRoom;
  readonly sheets: readonly KeptSheet[];
  readonly gone: readonly SheetName[];
}

/** What a seat had when the tablet was last open. */
export interface Kept {
  readonly unsent: readonly Unsent[];
  readonly reading: Reading | null;
  readonly room: KeptRoom | null;
  readonly sheets: readonly KeptSheet[];
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
  /** Kept whole or not at all, so that a log and its sheets fit each other; whether it was. */
  keepCut(cut: Cut): Promise<boolean>;
  /** Forgets the room and its sheets, never what is unsent. */
  forgetRoom(): void;
}
