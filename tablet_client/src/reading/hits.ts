import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import { findPage, type PacketPage } from "../meeting/packet.ts";
import type { Room } from "../meeting/room.ts";
import type { PageRef } from "../protocol/messages.ts";
import { pageKey, samePage } from "../protocol/page_key.ts";
import type { Box, FoundPage, PageHits } from "./answers.ts";
import type { Asked, AskingParts } from "./asking.ts";
import type { Paths } from "./paths.ts";
import { placesOf } from "./places.ts";
import type { Search } from "./search.ts";

/** The hits on the page shown; `at` is the one being looked at, an index into `places`. */
export interface Marked {
  readonly page: PageRef;
  readonly boxes: readonly Box[];
  /** The boxes of each hit: one for every word it touches. */
  readonly places: readonly (readonly Box[])[];
  readonly at: number | null;
}

/** A page with hits, where it stands in the packet. */
export interface HitPage {
  readonly found: FoundPage;
  readonly entry: PacketPage;
}

type HitRoom = Pick<Room, "shown" | "packet" | "show">;

const NONE: readonly HitPage[] = [];

/** Follows the search on the page shown, and walks from hit to hit through the packet. */
export class Hits {
  readonly #parts: AskingParts;
  readonly #paths: Paths;
  readonly #search: Search;
  readonly #room: HitRoom;
  readonly #here = signal<Omit<Marked, "at"> | null>(null);
  /** Counted from the page's last hit when negative: whoever walks back enters at its end. */
  readonly #at = signal<number | null>(null);
  readonly #stop: () => void;
  #asked: Asked<PageHits> | null = null;
  #askedFor = "";
  #walkingTo: PageRef | null = null;

  /** Pages with hits that are in the packet, in its order. */
  readonly pages: ReadonlySignal<readonly HitPage[]>;
  /** What to mark on the page shown; null when there is nothing. */
  readonly marked: ReadonlySignal<Marked | null>;

  constructor(parts: AskingParts, paths: Paths, search: Search, room: HitRoom) {
    this.#parts = parts;
    this.#paths = paths;
    this.#search = search;
    this.#room = room;
    this.pages = computed(() => this.#pages());
    this.marked = computed(() => this.#marked());
    this.#stop = effect(() => this.#follow());
  }

  /** To the next or the previous hit, around the packet's end. */
  step(by: 1 | -1): void {
    const pages = this.pages.peek();
    if (pages.length === 0) return;
    const shown = this.#room.shown.peek();
    const here = findPage(this.#room.packet.peek(), shown)?.number ?? 0;
    const count = this.#countHere(pages, shown);
    const at = this.#at.peek();
    const beside = at === null ? (by === 1 ? -1 : count) : placeAt(at, count);
    const next = beside + by;
    if (next >= 0 && next < count) {
      this.#at.value = next;
      return;
    }
    const ahead = pages.find((each) => each.entry.number > here) ?? pages[0];
    const behind = pages.findLast((each) => each.entry.number < here) ?? pages.at(-1);
    const target = by === 1 ? ahead : behind;
    if (target !== undefined) this.#enter(target.entry.page, by === 1 ? 0 : -1);
  }

  /** To the first hit of a page. */
  open(page: PageRef): void {
    this.#enter(page, 0);
  }

  close(): void {
    this.#stop();
    this.#asked?.stop();
  }

  /** Hits on the page shown; as the search told them while their places are still on the way. */
  #countHere(pages: readonly HitPage[], shown: PageRef | null): number {
    const marked = this.marked.peek();
    if (marked !== null) return marked.places.length;
    if (this.#asked === null) return 0;
    return pages.find((each) => samePage(each.entry.page, shown))?.found.hits ?? 0;
  }

  #enter(page: PageRef, at: number): void {
    this.#walkingTo = page;
    this.#at.value = at;
    this.#room.show(page);
  }

  #pages(): readonly HitPage[] {
    const found = this.#search.answered.value?.found;
    if (found === undefined) return NONE;
    const entries = new Map(this.#room.packet.value.map((each) => [pageKey(each.page), each]));
    return found.pages.flatMap((each) => {
      const entry = entries.get(pageKey(each));
      return entry === undefined ? [] : [{ found: each, entry }];
    });
  }

  #marked(): Marked | null {
    const here = this.#here.value;
    if (here === null || here.boxes.length === 0) return null;
    if (!samePage(here.page, this.#room.shown.value)) return null;
    const [at, count] = [this.#at.value, here.places.length];
    return { ...here, at: at === null ? null : placeAt(at, count) };
  }

  /** Asks where the hits are whenever the page, the search or what it knows of the page changes. */
  #follow(): void {
    const [page, answered] = [this.#room.shown.value, this.#search.answered.value];
    untracked(() => this.#arrive(page));
    if (page === null || answered === null) {
      this.#forget();
      return;
    }
    const { query, found } = answered;
    const told = found.pages.find((each) => samePage(each, page))?.hits ?? 0;
    const path = this.#paths.hits(page, query);
    const key = `${told} ${path}`;
    if (key === this.#askedFor) return;
    this.#askedFor = key;
    this.#takeBack();
    // Beyond the pages told of there may be hits here all the same.
    if (told === 0 && !found.more) this.#here.value = null;
    else void this.#ask(path, page, told);
  }

  /** Who turned the page by other means stands before its first hit. */
  #arrive(page: PageRef | null): void {
    if (samePage(page, this.#walkingTo)) return;
    this.#walkingTo = page;
    this.#at.value = null;
  }

  #forget(): void {
    this.#askedFor = "";
    this.#takeBack();
    this.#here.value = null;
  }

  #takeBack(): void {
    this.#asked?.stop();
    this.#asked = null;
  }

  async #ask(path: string, page: PageRef, told: number): Promise<void> {
    const asked = this.#parts.ask<PageHits>(path);
    this.#asked = asked;
    try {
      const { boxes } = await asked.answer;
      if (this.#asked !== asked) return;
      this.#asked = null;
      // A page beyond those told of counts a hit a box.
      const places = placesOf(boxes, told === 0 ? boxes.length : told);
      this.#here.value = { page, boxes, places };
    } catch {
      if (this.#asked !== asked) return;
      this.#asked = null;
      // Marks are a help: the list of hits says what went wrong, if anything did.
      this.#here.value = null;
      this.#askedFor = "";
    }
  }
}

/** The place meant by `at` among so many; the last one when there are fewer than thought. */
function placeAt(at: number, count: number): number {
  return at < 0 ? count + at : Math.min(at, count - 1);
}
