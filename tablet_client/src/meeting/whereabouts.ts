import { computed, effect, type ReadonlySignal, signal } from "@preact/signals-core";
import type { Actor, Following, PageRef, Snapshot } from "../protocol/messages.ts";
import { samePage } from "../protocol/page_key.ts";
import type { Keeping, Reading, Unsent } from "./keeping.ts";
import { findPage, type PacketPage, veilNumber } from "./packet.ts";
import { steers } from "./powers.ts";
import { type Around, AT_FIRST, follow, readAlone, settle } from "./reading.ts";
import { presentPage } from "./succession.ts";

/** What decides where a tablet is. */
export interface WhereaboutsParts {
  readonly state: ReadonlySignal<Snapshot | null>;
  readonly you: ReadonlySignal<Actor | null>;
  readonly packet: ReadonlySignal<readonly PacketPage[]>;
  readonly unsent: ReadonlySignal<readonly Unsent[]>;
  readonly keepReading: Keeping["keepReading"];
}

/** Where this tablet is in the packet: with the presenter, or on a page of its own. */
export class Whereabouts {
  readonly #parts: WhereaboutsParts;
  readonly #reading = signal<Reading>(AT_FIRST);
  readonly #isLoaded = signal(false);
  readonly #around: ReadonlySignal<Around | null>;

  readonly shown = computed<PageRef | null>((): PageRef | null => this.#reading.value.page);
  readonly following = computed(() => this.#reading.value.following);
  /** Whether this seat turns everyone's page. */
  readonly turning = computed(() => {
    const { state, you } = this.#sources();
    return state?.phase === "open" && you !== null && state.lead?.seat_id === you.seat_id;
  });
  readonly held = computed(() => {
    const { state, you } = this.#sources();
    if (state === null || you === null || state.phase !== "open") return false;
    return this.#mode.value === "hold" && !steers(state, you);
  });
  readonly offered = computed<PageRef | null>((): PageRef | null => {
    const { state } = this.#sources();
    const isOffered = this.#mode.value === "suggest" && state?.phase === "open";
    if (!isOffered || this.turning.value) return null;
    const theirs = findPage(this.#parts.packet.value, state.page)?.page ?? null;
    return samePage(theirs, this.shown.value) ? null : theirs;
  });
  readonly veiled = computed<string | null>((): string | null => {
    const isHere = this.shown.value === null && this.following.value;
    return isHere ? (this.#veiledItem.value ?? null) : null;
  });

  /** The page everyone is shown: a presenter who has not turned yet stands at the first one. */
  readonly presented = computed<PageRef | null>((): PageRef | null => {
    const { state } = this.#sources();
    if (state?.phase !== "open" || this.#veiledItem.value !== null) return null;
    const packet = this.#parts.packet.value;
    const turned = findPage(packet, this.#turned.value);
    return (turned ?? (state.lead === null ? null : packet[0]))?.page ?? null;
  });

  /** A wall has no hands to accept an offer with. */
  readonly #mode = computed<Following>((): Following => {
    const { state, you } = this.#sources();
    const mode = state?.following ?? "follow";
    return you?.role === "screen" && mode === "suggest" ? "follow" : mode;
  });
  /** The page the meeting is turned to; a leader's own turn shows before it is announced. */
  readonly #turned = computed<PageRef | null>(
    (): PageRef | null => this.#ownTurn.value ?? this.#parts.state.value?.page ?? null,
  );
  readonly #ownTurn = computed<PageRef | null>((): PageRef | null => {
    const turns = this.turning.value ? this.#parts.unsent.value.map((each) => each.command) : [];
    const mine = turns.findLast((command) => command.type === "TurnPage");
    return mine?.type === "TurnPage" ? present(this.#parts.state.value, mine.page) : null;
  });
  readonly #veiledItem = computed<string | null>((): string | null =>
    this.#ownTurn.value === null ? (this.#parts.state.value?.veiled ?? null) : null,
  );

  constructor(parts: WhereaboutsParts) {
    this.#parts = parts;
    this.#around = computed(() => this.#lookAround());
  }

  /** Goes where the room goes until the returned function is called. */
  watch(): () => void {
    return effect(() => {
      void this.#around.value;
      if (this.#isLoaded.value) this.#read(this.#reading.peek());
    });
  }

  /** Takes up where the reader was when the tablet was last open. */
  load(kept: Reading | null): void {
    // What was kept before there were modes does not name one.
    if (kept !== null) this.#reading.value = { ...AT_FIRST, ...kept };
    this.#isLoaded.value = true;
  }

  /** The number of the page shown, or of the place where it would be. */
  get number(): number {
    return this.#reading.peek().number;
  }

  /** The reader turns to a page alone. */
  readAlone(page: PageRef): void {
    this.#read(readAlone(this.#reading.peek(), page));
  }

  /** The reader goes to the presenter. */
  rejoin(): void {
    this.#read(follow(this.#reading.peek()));
  }

  #sources(): { state: Snapshot | null; you: Actor | null } {
    return { state: this.#parts.state.value, you: this.#parts.you.value };
  }

  #lookAround(): Around | null {
    const { state } = this.#sources();
    const veiled = this.#veiledItem.value;
    if (state === null) return null;
    return {
      packet: this.#parts.packet.value,
      phase: state.phase,
      mode: this.#mode.value,
      turned: this.#turned.value,
      veiledAt: veiled === null ? null : veilNumber(state, veiled),
      turning: this.turning.value,
      held: this.held.value,
    };
  }

  #read(wish: Reading): void {
    const around = this.#around.peek();
    if (around === null) return;
    const before = this.#reading.peek();
    const page = wish.page === null ? null : present(this.#parts.state.peek(), wish.page);
    const after = settle({ ...wish, page }, around);
    if (isSame(before, after)) return;
    this.#reading.value = samePage(before.page, after.page)
      ? { ...after, page: before.page }
      : after;
    this.#parts.keepReading(after);
  }
}

/** Where a page is now, also one of a version that was replaced meanwhile. */
function present(state: Snapshot | null, page: PageRef): PageRef {
  return state === null ? page : presentPage(state, page);
}

function isSame(one: Reading, other: Reading): boolean {
  return (
    one.following === other.following &&
    one.number === other.number &&
    one.phase === other.phase &&
    one.mode === other.mode &&
    samePage(one.page, other.page)
  );
}
