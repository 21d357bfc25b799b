import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { PageRef } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { TABLET } from "./budget.ts";
import type { FetchTile } from "./fetch_page.ts";
import { Lru } from "./lru.ts";
import { untilKnown, type Wait } from "./patience.ts";
import type { TileAt } from "./tiling.ts";

/** Requests at once: half of a browser's sockets a host, the page itself may need the others. */
const AT_ONCE = 3;

/** A tile that is here. */
export interface HeldTile extends TileAt {
  readonly image: ImageBitmap;
}

/** What tiles are made with. */
export interface TileParts {
  readonly fetchTile: FetchTile;
  readonly decode: (blob: Blob) => Promise<ImageBitmap>;
  readonly wait: Wait;
}

/**
 * Tiles of the one page that is looked at, within a budget; another page frees them all.
 *
 * A tile that does not come says nothing: the page's own image is shown under it. While the
 * service is away it is asked for again; refused, once it was out of sight.
 */
export class Tiles {
  readonly #parts: TileParts;
  readonly #tiles: Lru<HeldTile>;
  readonly #failed = new Set<string>();
  readonly #fetching = new Map<string, AbortController>();
  readonly #changes = signal(0);
  #page: PageRef | null = null;
  #wanted: readonly TileAt[] = [];

  /** Counts up whenever more tiles can be shown. */
  readonly changes: ReadonlySignal<number> = this.#changes;

  constructor(parts: TileParts, budget: number = TABLET.tileBytes) {
    this.#parts = parts;
    this.#tiles = new Lru(budget, (tile) => tile.image.close());
  }

  /** The tiles of a page that are here, of any level. */
  held(page: PageRef): readonly HeldTile[] {
    return this.#isLookedAt(page) ? this.#tiles.values() : [];
  }

  /** Says which tiles are wanted, the dearest first; what nobody wants is stopped, no page frees all. */
  want(page: PageRef | null, wanted: readonly TileAt[]): void {
    if (page === null || !this.#isLookedAt(page)) this.#leave();
    if (page === null) return;
    this.#page = page;
    this.#wanted = wanted;
    const keys = new Set(wanted.map(keyOf));
    for (const [key, abort] of this.#fetching) {
      if (keys.has(key)) continue;
      this.#fetching.delete(key);
      abort.abort();
    }
    for (const key of this.#failed) if (!keys.has(key)) this.#failed.delete(key);
    this.#advance(page);
  }

  /** Nothing is looked at any more: everything is freed. */
  close(): void {
    this.want(null, []);
  }

  #leave(): void {
    for (const abort of this.#fetching.values()) abort.abort();
    this.#fetching.clear();
    this.#failed.clear();
    this.#tiles.clear();
    this.#wanted = [];
    this.#page = null;
  }

  #isLookedAt(page: PageRef): boolean {
    return this.#page !== null && pageKey(this.#page) === pageKey(page);
  }

  #advance(page: PageRef): void {
    for (const tile of this.#wanted) {
      if (this.#fetching.size >= AT_ONCE) return;
      const key = keyOf(tile);
      const isKnown = this.#tiles.get(key) !== undefined || this.#failed.has(key);
      if (!isKnown && !this.#fetching.has(key)) void this.#fetch(key, page, tile);
    }
  }

  async #fetch(key: string, page: PageRef, tile: TileAt): Promise<void> {
    const abort = new AbortController();
    const { signal: stop } = abort;
    this.#fetching.set(key, abort);
    try {
      const attempt = () => this.#parts.fetchTile(page, tile, stop);
      const known = await untilKnown(attempt, this.#parts.wait, stop, () => undefined);
      stop.throwIfAborted();
      if (known.kind === "failed") this.#failed.add(key);
      else await this.#hold(tile, known.blob, stop);
    } catch {
      if (stop.aborted) return;
      // The bytes came but are no picture this browser can read.
      this.#failed.add(key);
    }
    this.#fetching.delete(key);
    this.#advance(page);
  }

  async #hold(tile: TileAt, blob: Blob, stop: AbortSignal): Promise<void> {
    const image = await this.#parts.decode(blob);
    if (stop.aborted) {
      image.close();
      stop.throwIfAborted();
    }
    // Wanted tiles are the last to go, the dearest last of all.
    for (const each of this.#wanted.toReversed()) this.#tiles.get(keyOf(each));
    this.#tiles.put(keyOf(tile), { ...tile, image }, image.width * image.height * 4);
    this.#changes.value += 1;
  }
}

function keyOf({ level, column, row }: TileAt): string {
  return `${level}/${column}/${row}`;
}
