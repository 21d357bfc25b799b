import { computed, type ReadonlySignal } from "@preact/signals-core";
import type { PageRef } from "../protocol/messages.ts";
import { type Budget, TABLET } from "./budget.ts";
import { type FetchPage, fetchFrom, fetchTilesFrom, type Source } from "./fetch_page.ts";
import { FullImages, type PageLook, type Wanted } from "./full_images.ts";
import { waitAwhile } from "./patience.ts";
import { Thumbs } from "./thumbs.ts";
import { type TileShelf, TileShelves } from "./tile_shelves.ts";

/**
 * The images of one meeting's pages, for one seat.
 *
 * Decoded they take at most 96 MiB in pages, 64 in tiles and 12 in thumbnails; with the five
 * canvases of 12 their glass takes that is 232 of the 256 MiB the oldest iPads give. A wall has
 * more; see `Budget`.
 */
export interface Pages {
  /** What of this device's memory the pages and their sheet may take. */
  readonly budget: Budget;
  /** An object URL for an image element; rejects when the page cannot be drawn. */
  thumb(page: PageRef): Promise<string>;
  /** What the sheet can show of a page in full size just now. */
  look(page: PageRef): PageLook;
  /** What the picture `look` gave was decoded from, to have it decoded at another size. */
  source(image: ImageBitmap): Blob | undefined;
  /** A small picture to stand in for the page until it has come; null when there is none yet. */
  standIn(page: PageRef): ImageBitmap | null;
  /** What to fetch, the page shown first; the rest is stopped. */
  want(wanted: readonly Wanted[]): void;
  /** A shelf for the tiles of a sheet's page; close it with the sheet. */
  openTiles(): TileShelf;
  /** Changes whenever `look`, `standIn` or a shelf may answer differently. */
  readonly changes: ReadonlySignal<unknown>;
  /** Whether the reader waits for a page just now. */
  isBusy(): boolean;
  /** Lets go of everything that is held: the packet was taken back. */
  forget(): void;
  close(): void;
}

/**
 * Opens the images of a meeting; close them when leaving, they hold the tablet's memory.
 *
 * `through`: what stands between the pages and the service, as what the tablet keeps of them.
 */
export function openPages(
  source: Source,
  budget: Budget = TABLET,
  through: (fetchPage: FetchPage) => FetchPage = (fetchPage) => fetchPage,
): Pages {
  const fetchPage = through(fetchFrom(source));
  const decode = (blob: Blob) => createImageBitmap(blob);
  const full = new FullImages({ fetchPage, decode, wait: waitAwhile });
  const thumbs = new Thumbs({
    fetchPage,
    decode,
    addressOf: (blob) => URL.createObjectURL(blob),
    revoke: (address) => URL.revokeObjectURL(address),
    wait: waitAwhile,
  });
  const parts = { fetchTile: fetchTilesFrom(source), decode, wait: waitAwhile };
  const tiles = new TileShelves(parts, budget.tileBytes);
  return {
    budget,
    thumb: (page) => thumbs.address(page),
    look: (page) => full.look(page),
    source: (image) => full.source(image),
    standIn: (page) => thumbs.standIn(page),
    want: (wanted) => full.want(wanted),
    openTiles: () => tiles.open(),
    changes: computed(() => full.changes.value + thumbs.changes.value + tiles.changes.value),
    isBusy: () => full.isBusy,
    forget() {
      tiles.forget();
      full.forget();
      thumbs.forget();
    },
    close() {
      tiles.forget();
      full.close();
      thumbs.close();
    },
  };
}
