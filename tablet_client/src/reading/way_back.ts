import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import { findPage } from "../meeting/packet.ts";
import type { Room } from "../meeting/room.ts";
import type { PageRef } from "../protocol/messages.ts";
import { samePage } from "../protocol/page_key.ts";

/** Pages to go back to: more leaps than anyone remembers. */
const DEEPEST = 20;

interface Origin {
  readonly page: PageRef;
  /** Whether the reader was with the presenter when leaping. */
  readonly followed: boolean;
}

type LeapingRoom = Pick<Room, "shown" | "following" | "leading" | "held" | "packet" | "state"> &
  Pick<Room, "show" | "rejoin">;

/** Where a reader came from by links and chapters, the newest first. */
export class WayBack {
  readonly #room: LeapingRoom;
  readonly #origins = signal<readonly Origin[]>([]);
  readonly #page = signal<PageRef | null>(null);
  readonly #stop: () => void;
  #wasFollowing: boolean;
  #wasShown: PageRef | null;

  /** The page to go back to, or null. */
  readonly page: ReadonlySignal<PageRef | null> = this.#page;

  constructor(room: LeapingRoom) {
    this.#room = room;
    this.#wasFollowing = room.following.peek();
    this.#wasShown = room.shown.peek();
    this.#stop = effect(() => this.#settle());
  }

  /** Goes to a page and remembers where from; the room decides who goes along, and who is held. */
  leap(page: PageRef): void {
    const from = this.#room.shown.peek();
    if (this.#room.held.peek() || from === null || samePage(from, page)) return;
    const origin = { page: from, followed: this.#room.following.peek() };
    this.#room.show(page);
    this.#origins.value = [...this.#origins.peek(), origin].slice(-DEEPEST);
  }

  /** Back to the newest origin; with the presenter again if they are still where one left them. */
  back(): void {
    const origin = this.#origins.peek().at(-1);
    if (origin === undefined) return;
    const { leading, state } = this.#room;
    const turned = state.peek()?.page ?? null;
    const isStillThere = origin.followed && !leading.peek() && samePage(turned, origin.page);
    this.#origins.value = this.#origins.peek().slice(0, -1);
    if (isStillThere) this.#room.rejoin();
    else this.#room.show(origin.page);
  }

  /** Forgets the ways back. */
  forget(): void {
    this.#origins.value = [];
  }

  close(): void {
    this.#stop();
  }

  /** An origin one came to by oneself, or that left the packet, is none any more. */
  #settle(): void {
    const [shown, following] = [this.#room.shown.value, this.#room.following.value];
    const packet = this.#room.packet.value;
    const rejoined = following && !this.#wasFollowing;
    // A leader's turn may show a moment after the leap: only who was elsewhere comes back.
    const came = !samePage(shown, this.#wasShown);
    [this.#wasFollowing, this.#wasShown] = [following, shown];
    const origins = this.#origins.value;
    const left = rejoined ? [] : origins.filter((each) => findPage(packet, each.page) !== null);
    while (came && left.length > 0 && samePage(left.at(-1)?.page ?? null, shown)) left.pop();
    untracked(() => {
      if (left.length !== origins.length) this.#origins.value = left;
      this.#page.value = left.at(-1)?.page ?? null;
    });
  }
}
