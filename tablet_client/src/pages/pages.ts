import { computed, type ReadonlySignal } from "@preact/signals-core";
import type { PageRef } from "../protocol/messages.ts";
import { fetchFrom, type Source } from "./fetch_page.ts";
import { FullImages, type PageLook, type Wanted } from "./full_images.ts";
import { waitAwhile } from "./patience.ts";
import { Thumbs } from "./thumbs.ts";

/** The images of one meeting's pages, for one seat. */
export interface Pages {
  /** An object URL for an image element; rejects when the page cannot be drawn. */
  thumb(page: PageRef): Promise<string>;
  /** What the sheet can show of a page in full size just now. */
  look(page: PageRef): PageLook;
  /** A small picture to stand in for the page until it has come; null when there is none yet. */
  standIn(page: PageRef): ImageBitmap | null;
  /** What to fetch, the page shown first; the rest is stopped. */
  want(wanted: readonly Wanted[]): void;
  /** Changes whenever `look` or `standIn` may answer differently. */
  readonly changes: ReadonlySignal<unknown>;
  close(): void;
}

/** Opens the images of a meeting; close them when leaving, they hold the tablet's memory. */
export function openPages(source: Source): Pages {
  const fetchPage = fetchFrom(source);
  const decode = (blob: Blob) => createImageBitmap(blob);
  const full = new FullImages({ fetchPage, decode, wait: waitAwhile });
  const thumbs = new Thumbs({
    fetchPage,
    decode,
    addressOf: (blob) => URL.createObjectURL(blob),
    revoke: (address) => URL.revokeObjectURL(address),
    wait: waitAwhile,
  });
  return {
    thumb: (page) => thumbs.address(page),
    look: (page) => full.look(page),
    standIn: (page) => thumbs.standIn(page),
    want: (wanted) => full.want(wanted),
    changes: computed(() => full.changes.value + thumbs.changes.value),
    close() {
      full.close();
      thumbs.close();
    },
  };
}
