import { type ReadonlySignal, signal } from "@preact/signals-core";
import { handedOn, inkLeft, type NamedSeat, offeredTo } from "./former.ts";
import type { Unsent } from "./keeping.ts";

/** Where a tablet keeps the seats that are over, and what they had not sent. */
export interface FormerShelf {
  seats(): readonly NamedSeat[];
  /** The seats this tablet could still take: one may have ended while nobody looked. */
  kept(): readonly NamedSeat[];
  remember(seat: NamedSeat): void;
  forget(seatId: string): void;
  /** What a seat had not sent. Rejects where it cannot be read. */
  unsent(seatId: string): Promise<readonly Unsent[]>;
  /**
   * Puts what `hand` makes of the seats' rows into another seat's, in place of theirs: all of
   * it or nothing, also when the tablet dies meanwhile. Resolves to what was put.
   */
  move(
    from: readonly string[],
    to: string,
    hand: (lots: readonly (readonly Unsent[])[]) => readonly Unsent[],
  ): Promise<readonly Unsent[]>;
  drop(seatIds: readonly string[]): Promise<void>;
}

/** Notes on this tablet that a former seat of the same meeting and name did not send. */
export interface FormerInk {
  /** How many are offered; 0 until they were counted. */
  readonly count: ReadonlySignal<number>;
  /** Counts them, and asks after seats that may be over; nothing is offered that cannot be read. */
  look(): Promise<void>;
  /** Makes them this seat's own, to be sent like any; whether that could be done. */
  takeOver(): Promise<boolean>;
  /** Deletes them; whether that could be done. */
  throwAway(): Promise<boolean>;
  /** This seat is over: remembers it if it leaves notes behind, and tells how many. */
  leave(): Promise<number>;
}

/** What former seats left for this one; `adopt` puts rows that are kept on the line. */
export function openFormerInk(
  me: NamedSeat,
  shelf: FormerShelf,
  parts: {
    readonly adopt: (unsent: readonly Unsent[]) => void;
    readonly makeId: () => string;
    /** Whether the service says that a seat is over; false where it cannot be asked. */
    readonly isOver: (seatId: string) => Promise<boolean>;
  },
): FormerInk {
  const count = signal(0);
  const offered = () => offeredTo(me, shelf.seats()).map((each) => each.seat_id);
  const inkOf = async (seatId: string) => inkLeft(await shelf.unsent(seatId)).length;
  const recount = async () => {
    const counts = await Promise.all(offered().map(inkOf)).catch(() => []);
    count.value = counts.reduce((sum, each) => sum + each, 0);
  };
  /** Only a seat with notes is asked after: mostly there is none. */
  const hasEnded = async (seatId: string) =>
    (await inkOf(seatId).catch(() => 0)) > 0 && parts.isOver(seatId);
  /** What fails leaves everything where it was. */
  const settle = async (act: (seatIds: readonly string[]) => Promise<void>) => {
    const seatIds = offered();
    try {
      await act(seatIds);
    } catch {
      return false;
    }
    for (const each of seatIds) shelf.forget(each);
    count.value = 0;
    return true;
  };
  return {
    count,
    async look() {
      await recount();
      const known = new Set(offered());
      const doubtful = offeredTo(me, shelf.kept()).filter((each) => !known.has(each.seat_id));
      for (const each of doubtful) if (await hasEnded(each.seat_id)) shelf.remember(each);
      if (offered().length > known.size) await recount();
    },
    takeOver: () =>
      settle(async (seatIds) => {
        const hand = (lots: readonly (readonly Unsent[])[]) => handedOn(lots, parts.makeId);
        parts.adopt(await shelf.move(seatIds, me.seat_id, hand));
      }),
    throwAway: () => settle((seatIds) => shelf.drop(seatIds)),
    async leave() {
      const left = await inkOf(me.seat_id).catch(() => 0);
      if (left > 0) shelf.remember(me);
      return left;
    },
  };
}

/** Forgets the seats that have nothing left to offer; one that cannot be read is remembered. */
export async function tidyFormer(shelf: FormerShelf): Promise<void> {
  for (const { seat_id } of shelf.seats()) {
    const ink = await shelf.unsent(seat_id).then(inkLeft, () => null);
    if (ink?.length === 0) shelf.forget(seat_id);
  }
}
