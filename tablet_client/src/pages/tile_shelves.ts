import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { PageRef } from "../protocol/messages.ts";
import { type HeldTile, type TileParts, Tiles } from "./tiles.ts";
import type { TileAt } from "./tiling.ts";

/** Requests at once: half of a browser's sockets a host, the page itself may need the others. */
const AT_ONCE = 3;

/** The tiles of the page one sheet shows. */
export interface TileShelf {
  /** What it may hold, in bytes. */
  readonly bytes: number;
  /** The tiles of a page that are here: only of the page they were last wanted for. */
  held(page: PageRef): readonly HeldTile[];
  /** Which tiles of the page to fetch, the dearest first; without a page all are freed. */
  want(page: PageRef | null, wanted: readonly TileAt[]): void;
  /** The sheet is gone: everything is freed, and the others have its share. */
  close(): void;
}

/** Shelves for the sheets side by side, which share the memory and the line in equal parts. */
export class TileShelves {
  readonly #parts: TileParts;
  readonly #bytes: number;
  readonly #shelves = new Set<Tiles>();
  readonly #changes = signal(0);

  /** Counts up whenever more tiles can be shown. */
  readonly changes: ReadonlySignal<number> = this.#changes;

  /** `bytes`: of decoded tiles, in all. */
  constructor(parts: Omit<TileParts, "changed">, bytes: number) {
    const changed = () => {
      this.#changes.value += 1;
    };
    this.#parts = { ...parts, changed };
    this.#bytes = bytes;
  }

  open(): TileShelf {
    const tiles = new Tiles(this.#parts, { bytes: this.#bytes, atOnce: AT_ONCE });
    this.#shelves.add(tiles);
    this.#divide();
    return {
      get bytes() {
        return tiles.share.bytes;
      },
      held: (page) => tiles.held(page),
      want: (page, wanted) => tiles.want(page, wanted),
      close: () => {
        tiles.close();
        this.#shelves.delete(tiles);
        this.#divide();
      },
    };
  }

  /** Lets go of what is held; a shelf fills again with what it is asked for next. */
  forget(): void {
    for (const tiles of this.#shelves) tiles.want(null, []);
  }

  #divide(): void {
    const count = this.#shelves.size;
    // Two sheets with two requests each still leave two sockets of six.
    const share = { bytes: this.#bytes / count, atOnce: Math.ceil(AT_ONCE / count) };
    for (const tiles of this.#shelves) tiles.fit(share);
  }
}
