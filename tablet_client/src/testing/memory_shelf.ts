import type { NamedSeat } from "../meeting/former.ts";
import type { FormerShelf } from "../meeting/former_ink.ts";
import type { Unsent } from "../meeting/keeping.ts";

/** Former seats and their rows as long as the test lives; while it `breaks`, rows cannot be had. */
export class MemoryShelf implements FormerShelf {
  readonly rows = new Map<string, readonly Unsent[]>();
  /** The seats whose rows were read. */
  readonly asked: string[] = [];
  readonly #seats = new Map<string, NamedSeat>();
  breaks = false;
  /** The seats that may still be taken. */
  others: readonly NamedSeat[] = [];

  seats(): readonly NamedSeat[] {
    return [...this.#seats.values()];
  }

  kept(): readonly NamedSeat[] {
    return this.others;
  }

  remember(seat: NamedSeat): void {
    this.#seats.set(seat.seat_id, seat);
  }

  forget(seatId: string): void {
    this.#seats.delete(seatId);
  }

  async unsent(seatId: string): Promise<readonly Unsent[]> {
    this.asked.push(seatId);
    this.#check();
    return this.rows.get(seatId) ?? [];
  }

  async move(...[from, to, hand]: Parameters<FormerShelf["move"]>): Promise<readonly Unsent[]> {
    this.#check();
    const handed = hand(from.map((seat) => this.rows.get(seat) ?? []));
    for (const seat of from) this.rows.delete(seat);
    this.rows.set(to, [...(this.rows.get(to) ?? []), ...handed]);
    return handed;
  }

  async drop(seatIds: readonly string[]): Promise<void> {
    this.#check();
    for (const seat of seatIds) this.rows.delete(seat);
  }

  #check(): void {
    if (this.breaks) throw new Error("the disk does not answer");
  }
}
