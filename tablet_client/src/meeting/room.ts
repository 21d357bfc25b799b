import type { ReadonlySignal } from "@preact/signals-core";
import type {
  Actor,
  AddStroke,
  AnyCommand,
  Mark,
  PageRef,
  Present,
  Receipts,
  Refused,
  SignalFromTablet,
  SignalToTablet,
  Snapshot,
  StreamName,
} from "../protocol/messages.ts";
import type { Beside } from "./beside.ts";
import type { LeftPages } from "./left_ink.ts";
import type { OwnPages } from "./own_ink.ts";
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
  /** How many of them are with the presenter. */
  readonly followers: ReadonlySignal<number>;
  /** When the last tablet of the leading seat went away; null while it is here or nobody leads. */
  readonly lostSince: ReadonlySignal<number | null>;
  /** Who shows the meeting's page; null for those who neither lead nor steer. */
  readonly receipts: ReadonlySignal<Receipts | null>;
  /** Commands not yet known to count. */
  readonly unsent: ReadonlySignal<number>;
  /** Ink the service will not take as it is; kept here until it does, or is erased or moved. */
  readonly heldBack: ReadonlySignal<readonly AddStroke[]>;
  readonly refusal: ReadonlySignal<Refused | null>;
  readonly packet: ReadonlySignal<readonly PacketPage[]>;
  /** The number of the packet's last page, those counted that this seat may not see. */
  readonly pageCount: ReadonlySignal<number>;
  /** The page on this tablet; null while the packet is empty, or `veiled`. */
  readonly shown: ReadonlySignal<PageRef | null>;
  /** The item this tablet has followed the meeting to without being allowed to see it. */
  readonly veiled: ReadonlySignal<string | null>;
  /** Where turns are only offered: the presenter's page, when this tablet is elsewhere. */
  readonly offered: ReadonlySignal<PageRef | null>;
  /** Whether this tablet is held with the presenter: `show` and `step` then do nothing. */
  readonly held: ReadonlySignal<boolean>;
  readonly following: ReadonlySignal<boolean>;
  readonly leading: ReadonlySignal<boolean>;
  /** The presenter's page beside one's own. */
  readonly beside: Beside;
  /** What this seat wrote anywhere in the packet, once `want` was called. */
  readonly own: OwnPages;
  /** Old pages with ink that found no place in a new version. */
  readonly left: LeftPages;
  /** The ink of the page on this tablet, in the order it was drawn, notes last. */
  readonly ink: ReadonlySignal<readonly SheetMark[]>;
  /** False while ink of the page on this tablet is still to come. */
  readonly inkComplete: ReadonlySignal<boolean>;
  /** The service's clock, in milliseconds. */
  now(): number;
  /** Utters a wish: kept, sent and sent again with one `command_id` until its outcome is known. */
  ask(wish: Wish): Promise<Outcome>;
  /** Passes a signal on at once; forgets it while the line is away or nobody else is here. */
  pass(signal: SignalFromTablet): void;
  /** Hears the signals of other seats until the returned function is called. */
  hear(listener: PassingListener): () => void;
  /** Turns everyone's page when leading an open meeting; else one's own, silently un-following. */
  show(page: PageRef): void;
  /** The next or previous page of the packet, by the same rule. */
  step(by: 1 | -1): void;
  /** To the presenter's page, offered or left. */
  rejoin(): void;
  /** Puts the newest refusal away. */
  dismiss(): void;
  /** Leaves; the room is of no use afterwards. */
  close(): void;
}
