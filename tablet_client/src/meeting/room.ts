import type { ReadonlySignal } from "@preact/signals-core";
import type {
  Actor,
  AnyCommand,
  Mark,
  PageRef,
  Present,
  Refused,
  SignalFromTablet,
  SignalToTablet,
  Snapshot,
  StreamName,
} from "../protocol/messages.ts";
import type { PacketPage } from "./packet.ts";

/** `away`: the line is lost and trying again by itself. */
export type LinkState = "connecting" | "live" | "away";

type Omitted<T> = T extends AnyCommand ? Omit<T, "command_id"> : never;

/** Any command without its `command_id`: the room makes one. */
export type Wish = Omitted<AnyCommand>;

/** What became of a wish; `refused.again` says whether the same may succeed later. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly refused: Refused };

/** A stroke as the sheet shows it: where it belongs, and whether it has arrived. */
export interface SheetMark extends Mark {
  readonly stream: StreamName;
  readonly unsent: boolean;
}

/** What somebody else's hand is doing just now; never kept. */
export type PassingListener = (seatId: string, signal: SignalToTablet) => void;

/**
 * One seat's meeting, as screens see it: signals to look at, and wishes to utter.
 *
 * Every value is replaced when it changes and never altered in place.
 */
export interface Room {
  readonly link: ReadonlySignal<LinkState>;
  /** The close code when the service said to stay away; screens explain it. */
  readonly ended: ReadonlySignal<number | null>;
  readonly you: ReadonlySignal<Actor | null>;
  readonly state: ReadonlySignal<Snapshot | null>;
  /** Who is here; in a large hall only those who lead or steer get the names. */
  readonly presence: ReadonlySignal<readonly Present[]>;
  /** How many seats are here, with or without names. */
  readonly present: ReadonlySignal<number>;
  /** Commands not yet known to count. */
  readonly unsent: ReadonlySignal<number>;
  readonly refusal: ReadonlySignal<Refused | null>;
  readonly packet: ReadonlySignal<readonly PacketPage[]>;
  /** The page on this tablet; null while the packet is empty. */
  readonly shown: ReadonlySignal<PageRef | null>;
  readonly following: ReadonlySignal<boolean>;
  readonly leading: ReadonlySignal<boolean>;
  /** The ink of the page on this tablet, in the order it was drawn, notes last. */
  readonly ink: ReadonlySignal<readonly SheetMark[]>;
  /** The service's clock, in milliseconds. */
  now(): number;
  /** Utters a wish: kept, sent and sent again with one `command_id` until its outcome is known. */
  ask(wish: Wish): Promise<Outcome>;
  /** Passes a signal on at once, or forgets it while the line is away. */
  pass(signal: SignalFromTablet): void;
  /** Hears the signals of other seats until the returned function is called. */
  hear(listener: PassingListener): () => void;
  /** Turns everyone's page when leading an open meeting; else one's own, silently un-following. */
  show(page: PageRef): void;
  /** The next or previous page of the packet, by the same rule. */
  step(by: 1 | -1): void;
  /** Back to the presenter's page. */
  rejoin(): void;
  /** Puts the newest refusal away. */
  dismiss(): void;
  /** Leaves; the room is of no use afterwards. */
  close(): void;
}
