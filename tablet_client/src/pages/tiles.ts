import type { PageRef } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import type { FetchTile } from "./fetch_page.ts";
import { Lru } from "./lru.ts";
import { untilKnown, type Wait } from "./patience.ts";
import type { TileAt } from "./tiling.ts";

/** A tile that is here. */
export interface HeldTile extends TileAt {
  readonly image: ImageBitmap;
}

/** What tiles are made with. */
export interface TileParts {
  readonly fetchTile: FetchTile;
  readonly decode: (blob: Blob) => Promise<ImageBitmap>;
  readonly wait: Wait;
  /** There are more tiles to be shown. */
  readonly changed: () => void;
}

/** What the tiles of one page may take. */
export interface TileShare {
  /** Decoded, in bytes. */
  readonly bytes: number;
  /** Requests at once. */
  readonly atOnce: number;
}

/**
 * Tiles of the one page that is looked at, within a share; another page frees them all.
 *
 * A tile that does not come says nothing: the page's own image is shown under it. While the
 * service is away it is asked for again; refused, once it was out of sight.
 */
export class Tiles {
  readonly #parts: TileParts;
  readonly #tiles: Lru<HeldTile>;
  readonly #failed = new Set<string>();
  readonly #fetching = new Map<string, AbortController>();
  #page: PageRef | null = null;
  #wanted: readonly TileAt[] = [];
  #share: TileShare;

  constructor(parts: TileParts, share: TileShare) {
    this.#parts = parts;
    this.#share = share;
    this.#tiles = new Lru(share.bytes, (tile) => tile.image.close());
  }

  get share(): TileShare {
    return this.#share;
  }

  /** Takes another share from now on. */
  fit(share: TileShare): void {
    this.#share = share;
    this.#favourWanted();
    this.#tiles.fit(share.bytes);
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
      if (this.#fetching.size >= this.#share.atOnce) return;
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
    this.#favourWanted();
    this.#tiles.put(keyOf(tile), { ...tile, image }, image.width * image.height * 4);
    this.#parts.changed();
  }

  /** Wanted tiles are the last to go, the dearest last of all. */
  #favourWanted(): void {
    for (const each of this.#wanted.toReversed()) this.#tiles.get(keyOf(each));
  }
}

function keyOf({ level, column, row }: TileAt): string {
  return `${level}/${column}/${row}`;
}
