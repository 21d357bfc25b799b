import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import { keepableDocuments } from "../meeting/may_keep.ts";
import { maySeePages } from "../meeting/powers.ts";
import type { Room } from "../meeting/room.ts";
import { CLOSE, type PageRef, type Snapshot } from "../protocol/messages.ts";
import {
  contentsOf,
  isOf,
  keyOf,
  type Leaf,
  nextOf,
  type Wanted,
  type What,
  wantedOf,
} from "./leaves.ts";
import { paceOf, type Traffic } from "./pace.ts";
import type { PacketStore } from "./packet_store.ts";

/** How far the tablet is with its packet. */
export type Stage =
  /** There is nothing to keep yet, or this seat may not. */
  | "none"
  | "fetching"
  | "paused"
  /** The service does not answer. */
  | "away"
  | "ready"
  | "full"
  /** The reader wants none. */
  | "removed"
  /** The browser keeps nothing. */
  | "unable";

/** What a screen can say of the packet on this tablet. */
export interface PacketLook {
  readonly stage: Stage;
  /** Pages here, of those that may be kept. */
  readonly kept: number;
  readonly of: number;
  readonly bytes: number;
  /** Pages the service has not drawn yet. */
  readonly undrawn: number;
  /** Pages that no device may keep. */
  readonly withheld: number;
}

/** What asking for a leaf brought. */
export type LeafAnswer =
  | { readonly kind: "leaf"; readonly blob: Blob }
  | { readonly kind: "refused" }
  | { readonly kind: "away" };

export interface KeeperParts {
  readonly room: Pick<Room, "state" | "you" | "packet" | "shown" | "link" | "ended">;
  readonly meetingId: string;
  readonly store: PacketStore;
  readonly ask: (path: string) => Promise<LeafAnswer>;
  readonly clock: () => number;
  readonly later: (milliseconds: number, act: () => void) => () => void;
  /** Whether the reader waits for something just now, and whether the link is to be spared. */
  readonly readerWaits: () => boolean;
  readonly sparing: () => boolean;
  /** The packet was taken back: what is held of it in memory goes too. */
  readonly tookBack: () => void;
  /** Asks the browser not to clear away what is kept. */
  readonly persist: () => void;
}

/** Refusals after which nothing of the meeting stays on the tablet. */
const GONE: ReadonlySet<number> = new Set([CLOSE.UNAUTHORISED, CLOSE.EXPIRED, CLOSE.REVOKED]);

/** Kept in the place of everything, so that a packet removed by hand stays so over a reload. */
const UNWANTED = "unwanted";

const AWAY_MS = 5_000;

/** Room that is never filled with pages: a day's ink of a hand that never rests, twice over. */
const FOR_NOTES_BYTES = 20_000_000;

/** The room is asked for with every so many leaves: asking takes longer than keeping one. */
const ROOM_EVERY = 8;

/** Leaves on their way at once while no meeting needs the network; in one, a single one. */
const AT_ONCE = 3;

/** Keeps the packet on the tablet: what may be kept, as long as it may, politely. */
export class PacketKeeper {
  readonly #parts: KeeperParts;
  readonly #kept = signal<ReadonlyMap<string, number> | null>(null);
  readonly #how = signal<"on" | "off" | "unwanted" | "full" | "unable">("off");
  readonly #pace = signal<"going" | "paused" | "away">("going");
  readonly #refused = signal<ReadonlySet<string>>(new Set());
  readonly #wanted: ReadonlySignal<Wanted | null>;
  readonly #keepable: ReadonlySignal<ReadonlySet<string>>;
  readonly #stops: (() => void)[] = [];
  #last: Traffic["last"] = null;
  #puts = 0;
  #stopWaiting: () => void = () => undefined;
  readonly #asking = new Set<string>();
  #closed = false;

  readonly look: ReadonlySignal<PacketLook>;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    const { room, meetingId } = parts;
    const [items, documents, opened] = [
      computed(() => room.state.value?.items ?? []),
      computed(() => room.state.value?.documents ?? []),
      computed(() => room.state.value?.opened ?? []),
    ];
    this.#keepable = computed(() =>
      keepableDocuments({ items: items.value, documents: documents.value, opened: opened.value }),
    );
    const sees = computed(() => {
      const [state, you] = [room.state.value, room.you.value];
      return state !== null && you !== null ? maySeePages(state, you) : null;
    });
    this.#wanted = computed(() => {
      if (sees.value === null) return null;
      const packet = sees.value ? room.packet.value : [];
      return wantedOf(meetingId, packet, this.#keepable.value);
    });
    this.look = computed(() => this.#look());
  }

  /** Begins to keep; until then what is kept already is used all the same. */
  begin(): void {
    if (this.#stops.length > 0 || this.#closed) return;
    void this.#start();
  }

  /** Ends for this visit; what is kept stays. */
  close(): void {
    this.#closed = true;
    this.#stopWaiting();
    for (const stop of this.#stops) stop();
  }

  /** The reader wants nothing of the packet on this tablet. */
  async remove(): Promise<void> {
    this.#how.value = "unwanted";
    this.#kept.value = new Map();
    await this.#parts.store.clear();
    await this.#parts.store.put(UNWANTED, new Blob([]));
  }

  /** The reader wants it after all, or has made room. */
  async keepAgain(): Promise<void> {
    await this.#parts.store.drop([UNWANTED]);
    this.#puts = 0;
    this.#how.value = "on";
    this.#advance();
  }

  /** Lets the pictures of pages go, so that there is room for what was written. */
  async makeRoom(): Promise<void> {
    if (this.#how.peek() === "on") this.#how.value = "full";
    const kept = this.#kept.peek() ?? (await this.#parts.store.list());
    await this.#forget([...kept.keys()].filter((key) => /\.(tablet|thumb)$/.test(key)));
  }

  /** The leaf of a page as it is kept; null when it is not, or must not be. */
  async leaf(page: PageRef, what: What): Promise<Blob | null> {
    const document = this.#document(page);
    if (document === null) return null;
    const key = keyOf(document.content, what === "contents" ? 0 : page.page, what);
    if (this.#kept.peek()?.has(key) === false) return null;
    return this.#parts.store.get(key);
  }

  /** Whether this page is kept by this class alone, and by no other cache. */
  keeps(page: PageRef): boolean {
    return this.#how.peek() === "on" && this.#document(page) !== null;
  }

  /** A page was fetched because somebody looked at it: kept without fetching it again. */
  took(page: PageRef, what: What, blob: Blob): void {
    const document = this.keeps(page) ? this.#document(page) : null;
    if (document !== null) void this.#put(keyOf(document.content, page.page, what), blob);
  }

  #document(page: Pick<PageRef, "document_id" | "version">): Snapshot["documents"][number] | null {
    if (!this.#keepable.peek().has(page.document_id)) return null;
    const documents = this.#parts.room.state.peek()?.documents ?? [];
    const found = documents.find((each) => each.document_id === page.document_id);
    return found?.version === page.version ? found : null;
  }

  async #start(): Promise<void> {
    const { room, store } = this.#parts;
    this.#stops.push(() => undefined);
    const kept = await store.list();
    if (this.#closed) return;
    this.#kept.value = kept;
    this.#how.value = kept.has(UNWANTED) ? "unwanted" : (await store.works()) ? "on" : "unable";
    this.#stops.push(
      effect(() => {
        if (GONE.has(room.ended.value ?? 0)) untracked(() => void this.#clear());
      }),
      effect(() => {
        void this.#wanted.value;
        void this.#keepable.value;
        untracked(() => this.#tidy());
      }),
      effect(() => {
        void this.#wanted.value;
        void room.link.value;
        void this.#how.value;
        untracked(() => this.#advance());
      }),
    );
  }

  /** Removes what has left the packet, may not be kept any more, or was taken back. */
  #tidy(): void {
    const [wanted, kept] = [this.#wanted.peek(), this.#kept.peek()];
    const state = this.#parts.room.state.peek();
    const you = this.#parts.room.you.peek();
    if (wanted === null || kept === null || state === null || you === null) return;
    const sees = maySeePages(state, you);
    if (!sees) this.#parts.tookBack();
    const contents = sees ? contentsOf(state.documents, this.#keepable.peek()) : new Set<string>();
    void this.#forget([...kept.keys()].filter((key) => key !== UNWANTED && !isOf(key, contents)));
  }

  async #clear(): Promise<void> {
    this.#how.value = "off";
    this.#kept.value = new Map();
    await this.#parts.store.clear();
  }

  async #forget(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const gone = new Set(keys);
    const kept = this.#kept.peek();
    if (kept !== null) this.#kept.value = new Map([...kept].filter(([key]) => !gone.has(key)));
    await this.#parts.store.drop(keys);
  }

  #next(): Leaf | null {
    const kept = this.#kept.peek();
    if (kept === null || this.#how.peek() !== "on") return null;
    const wanted = this.#wanted.peek();
    const isOpen = ({ key }: Leaf) =>
      !kept.has(key) && !this.#refused.peek().has(key) && !this.#asking.has(key);
    return wanted === null ? null : nextOf(wanted, this.#parts.room.shown.peek(), isOpen);
  }

  #advance(): void {
    const { room, readerWaits, sparing } = this.#parts;
    const inSession = room.state.peek()?.phase === "open";
    const atOnce = inSession ? 1 : AT_ONCE;
    if (this.#closed || this.#asking.size >= atOnce || this.#next() === null) return;
    const live = room.link.peek() === "live";
    const pace = paceOf({
      inSession,
      readerWaits: readerWaits(),
      sparing: sparing(),
      last: this.#last,
    });
    this.#pace.value = live ? (pace.paused ? "paused" : "going") : "away";
    this.#stopWaiting();
    if (!live) return;
    if (pace.waitMs === 0) {
      void this.#fetch();
      this.#advance();
    } else this.#stopWaiting = this.#parts.later(pace.waitMs, () => this.#afterWaiting());
  }

  /** The wait is over; it is taken up again only where something is still in the way. */
  #afterWaiting(): void {
    const waits = this.#parts.readerWaits() || this.#parts.sparing();
    if (waits) this.#advance();
    else void this.#fetch();
  }

  async #fetch(): Promise<void> {
    const leaf = this.#next();
    if (leaf === null) return;
    this.#asking.add(leaf.key);
    const { ask, clock, later, persist } = this.#parts;
    if (this.#last === null) persist();
    const began = clock();
    const answer = await ask(leaf.path);
    if (answer.kind === "leaf") {
      this.#last = { bytes: answer.blob.size, ms: Math.max(1, clock() - began) };
      if (this.#isStillWanted(leaf.key)) await this.#put(leaf.key, answer.blob);
    }
    if (answer.kind === "refused") this.#refuse(leaf.key);
    this.#asking.delete(leaf.key);
    if (this.#closed) return;
    if (answer.kind === "away") {
      this.#pace.value = "away";
      this.#stopWaiting = later(AWAY_MS, () => this.#advance());
    } else this.#advance();
  }

  /** It cannot be had: it is not asked for again, and nothing waits for it. */
  #refuse(key: string): void {
    this.#refused.value = new Set([...this.#refused.peek(), key]);
  }

  #isStillWanted(key: string): boolean {
    return this.#wanted.peek()?.leaves.some((each) => each.key === key) === true;
  }

  async #put(key: string, blob: Blob): Promise<void> {
    const looks = this.#puts % ROOM_EVERY === 0;
    this.#puts += 1;
    if (looks && (await this.#parts.store.room()) < FOR_NOTES_BYTES) {
      if (this.#how.peek() === "on") this.#how.value = "full";
      return;
    }
    const put = await this.#parts.store.put(key, blob);
    if (put === "full") await this.makeRoom();
    if (put === "lost") this.#refuse(key);
    if (put !== "kept") return;
    const kept = this.#kept.peek();
    // Taken back while it was written: it goes as everything else went.
    if (kept === null || !this.#isStillWanted(key) || this.#how.peek() !== "on") {
      await this.#parts.store.drop([key]);
    } else this.#kept.value = new Map([...kept, [key, blob.size]]);
  }

  #look(): PacketLook {
    const [wanted, kept, how] = [this.#wanted.value, this.#kept.value, this.#how.value];
    const refused = this.#refused.value;
    const isHere = ({ key }: Leaf) => kept?.has(key) === true || refused.has(key);
    const pages = wanted?.pages ?? [];
    const here = kept === null ? 0 : pages.filter((key) => kept.has(key)).length;
    const bytes = [...(kept?.values() ?? [])].reduce((sum, each) => sum + each, 0);
    const undrawn = wanted?.undrawn ?? 0;
    const of = pages.length + undrawn;
    return {
      // Words and outlines too: ready is said of a packet that can be searched without a service.
      stage: this.#stage(how, of, here === of && wanted?.leaves.every(isHere) === true),
      kept: here,
      of,
      bytes,
      undrawn,
      withheld: wanted?.withheld ?? 0,
    };
  }

  #stage(how: string, of: number, isWhole: boolean): Stage {
    if (how === "unable" || how === "full") return how;
    if (how === "unwanted") return "removed";
    if (how === "off" || of === 0) return "none";
    if (isWhole) return "ready";
    const pace = this.#pace.value;
    return pace === "going" ? "fetching" : pace;
  }
}
