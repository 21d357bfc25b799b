import { type InkPoint, unpack } from "../ink/geometry.ts";
import { PLAIN_POINTER } from "../ink/pointer_look.ts";
import type { PageRef, Present, SignalToTablet, StrokeProgress } from "../protocol/messages.ts";
import { samePage } from "../protocol/page_key.ts";
import type { PointerMark } from "./pointer_paint.ts";

/** A stroke whose hand has been silent this long will not go on: it arrives whole, or never. */
const STROKE_MS = 5_000;

/** A pointer may rest; this long after its last word its tablet is taken to be gone. */
const POINTER_MS = 30_000;

/** Somebody's stroke on its way, as far as it was told. */
export interface Progressing {
  readonly strokeId: string;
  readonly look: Pick<StrokeProgress, "tool" | "colour" | "width">;
  readonly points: readonly InkPoint[];
}

interface Hand {
  page: PageRef;
  at: number;
  strokeId: string;
  look: Progressing["look"];
  points: InkPoint[];
}

interface Pointer extends PointerMark {
  readonly page: PageRef;
  readonly at: number;
}

/** What the hands of others are doing just now, seat by seat; times in ms, handed in. */
export class Others {
  readonly #hands = new Map<string, Hand>();
  readonly #pointers = new Map<string, Pointer>();

  heard(seatId: string, signal: SignalToTablet, now: number): void {
    switch (signal.type) {
      case "PointerAt":
        this.#pointers.set(seatId, { ...PLAIN_POINTER, ...signal, at: now });
        break;
      case "PointerGone":
        this.#pointers.delete(seatId);
        break;
      case "StrokeProgress":
        this.#progress(seatId, signal, now);
    }
  }

  /** Strokes in progress on a page, without those that have arrived as ink. */
  strokesOn(
    page: PageRef,
    hasArrived: (strokeId: string) => boolean,
    now: number,
  ): readonly Progressing[] {
    for (const [seat, hand] of this.#hands) {
      if (now - hand.at > STROKE_MS || hasArrived(hand.strokeId)) this.#hands.delete(seat);
    }
    return [...this.#hands.values()].filter((hand) => samePage(hand.page, page));
  }

  /** Pointers on a page, in the units of ink. */
  pointersOn(page: PageRef, now: number): readonly PointerMark[] {
    return [...this.#pointers.values()].filter(
      (pointer) => samePage(pointer.page, page) && now - pointer.at < POINTER_MS,
    );
  }

  /** Whoever is not among the seats that are here has let go; for halls that are told by name. */
  keepPresent(seats: readonly Present[]): void {
    const here = new Set(seats.map((seat) => seat.seat_id));
    for (const seat of this.#hands.keys()) if (!here.has(seat)) this.#hands.delete(seat);
    for (const seat of this.#pointers.keys()) if (!here.has(seat)) this.#pointers.delete(seat);
  }

  /**
   * A piece begins where `start` says: what was had from there on is told anew. Beyond what
   * was had, points were thinned out or lost, and a straight line joins them; the finished
   * stroke mends it.
   */
  #progress(seatId: string, signal: StrokeProgress, now: number): void {
    const { tool, colour, width } = signal;
    const known = this.#hands.get(seatId);
    const before = known?.strokeId === signal.stroke_id ? known.points : [];
    this.#hands.set(seatId, {
      page: signal.page,
      at: now,
      strokeId: signal.stroke_id,
      look: { tool, colour, width },
      points: [...before.slice(0, signal.start), ...unpack(signal.points)],
    });
  }
}
