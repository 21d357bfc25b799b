/** Left, top, right, bottom in 1/10,000 of the page's width, from the page's top left as shown. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A place on a page that leads to a page of the same document, or to a web address. */
export interface PageLink {
  readonly box: Box;
  readonly page: number | null;
  readonly url: string | null;
}

/**
 * One page in reading order.
 *
 * Words are parted by a space, lines by one line feed, blocks by two; `boxes` has one entry a
 * word. `scanned`: a picture without letters. `cut`: there was more than is told.
 */
export interface PageText {
  readonly page: number;
  readonly text: string;
  readonly boxes: readonly Box[];
  readonly links: readonly PageLink[];
  readonly scanned: boolean;
  readonly cut: boolean;
  readonly unreadable: boolean;
}

/** A line of a document's outline; `level` counts from 1, `page` is null when it leads nowhere. */
export interface Chapter {
  readonly level: number;
  readonly title: string;
  readonly page: number | null;
}

/** What a document says of itself; `labels` is empty, or has one label a page. */
export interface Contents {
  readonly outline: readonly Chapter[];
  readonly labels: readonly string[];
}

/** A page with hits, and the first of them in its sentence. */
export interface FoundPage {
  readonly document_id: string;
  readonly version: number;
  readonly page: number;
  readonly hits: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** What a search over the packet brought; pages in the order of the packet. */
export interface Found {
  /** Pages whose text is read so far, of how many. */
  readonly read: number;
  readonly of: number;
  /** Pages without any letters: scans. */
  readonly unlettered: number;
  readonly hits: number;
  readonly documents: readonly {
    readonly document_id: string;
    readonly version: number;
    readonly hits: number;
  }[];
  readonly pages: readonly FoundPage[];
  /** Whether there are more pages with hits than are told. */
  readonly more: boolean;
}

/** Where the hits on one page are. */
export interface PageHits {
  readonly boxes: readonly Box[];
}
