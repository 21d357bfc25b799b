import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { PageRef } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import type { FetchPage } from "./fetch_page.ts";
import { Lru } from "./lru.ts";
import { untilKnown, type Wait } from "./patience.ts";

/** Decoded pages: six A4 pages of 1,600 px, a quarter of what old iPads give all canvases. */
export const BITMAP_BYTES = 96 * 1024 * 1024;

/** Requests at once; a browser has six sockets a host, and thumbnails need some. */
const AT_ONCE = 3;

/** What can be shown of a page just now. `away`: the service does not answer. */
export type PageLook =
  | { readonly kind: "ready"; readonly image: ImageBitmap }
  | { readonly kind: "failed"; readonly code: string }
  | { readonly kind: "loading" }
  | { readonly kind: "away" };

/** A page somebody wants to see; one that is not drawn yet is asked for only when it is shown. */
export interface Wanted {
  readonly page: PageRef;
  readonly drawn: boolean;
}

/** What the images are made with. */
export interface ImageParts {
  readonly fetchPage: FetchPage;
  readonly decode: (blob: Blob) => Promise<ImageBitmap>;
  readonly wait: Wait;
}

interface Fetching {
  readonly abort: AbortController;
  away: boolean;
}

/** Pages in full size: fetched in the order they are wanted, kept within the budget. */
export class FullImages {
  readonly #parts: ImageParts;
  readonly #images: Lru<ImageBitmap>;
  readonly #failed = new Map<string, { readonly code: string; readonly drawn: boolean }>();
  readonly #fetching = new Map<string, Fetching>();
  readonly #sources = new WeakMap<ImageBitmap, Blob>();
  readonly #changes = signal(0);
  #wanted: readonly Wanted[] = [];

  /** Counts up whenever some page can be shown differently. */
  readonly changes: ReadonlySignal<number> = this.#changes;

  constructor(parts: ImageParts, budget: number = BITMAP_BYTES) {
    this.#parts = parts;
    this.#images = new Lru(budget, (image) => image.close());
  }

  look(page: PageRef): PageLook {
    const key = pageKey(page);
    const image = this.#images.get(key);
    if (image !== undefined) return { kind: "ready", image };
    const failed = this.#failed.get(key);
    if (failed !== undefined) return { kind: "failed", code: failed.code };
    return this.#fetching.get(key)?.away ? { kind: "away" } : { kind: "loading" };
  }

  /** What a picture that is held was decoded from, a fiftieth of its size. */
  source(image: ImageBitmap): Blob | undefined {
    return this.#sources.get(image);
  }

  /** Says what is wanted now, the page shown first; fetches nobody wants any more are stopped. */
  want(wanted: readonly Wanted[]): void {
    this.#wanted = wanted;
    const keys = new Set(wanted.map((each) => pageKey(each.page)));
    for (const [key, { abort }] of this.#fetching) {
      if (keys.has(key)) continue;
      this.#fetching.delete(key);
      abort.abort();
    }
    for (const { page, drawn } of wanted) {
      const failed = this.#failed.get(pageKey(page));
      // It failed before it was drawn; now it is drawn, so it was tried again and came out.
      if (drawn && failed?.drawn === false) this.#failed.delete(pageKey(page));
    }
    this.#advance();
  }

  /** Whether pages are on their way. */
  get isBusy(): boolean {
    return this.#fetching.size > 0;
  }

  /** Lets go of every page; those still wanted are fetched anew. */
  forget(): void {
    const wanted = this.#wanted;
    this.close();
    this.#failed.clear();
    this.#changes.value += 1;
    this.want(wanted);
  }

  close(): void {
    this.want([]);
    this.#images.clear();
  }

  #advance(): void {
    for (const [index, wanted] of this.#wanted.entries()) {
      if (this.#fetching.size >= AT_ONCE) return;
      const key = pageKey(wanted.page);
      const known = this.#images.get(key) !== undefined || this.#failed.has(key);
      if (known || this.#fetching.has(key)) continue;
      if (index === 0 || wanted.drawn) void this.#fetch(key, wanted);
    }
  }

  async #fetch(key: string, { page, drawn }: Wanted): Promise<void> {
    const fetching: Fetching = { abort: new AbortController(), away: false };
    const { signal: stop } = fetching.abort;
    this.#fetching.set(key, fetching);
    try {
      const known = await untilKnown(
        () => this.#parts.fetchPage(page, "tablet", stop),
        this.#parts.wait,
        stop,
        () => {
          fetching.away = true;
          this.#changes.value += 1;
        },
      );
      if (known.kind === "failed") this.#failed.set(key, { code: known.code, drawn });
      else await this.#hold(key, known.blob, stop);
    } catch {
      if (stop.aborted) return;
      // The bytes came but are no picture this browser can read.
      this.#failed.set(key, { code: "page_broken", drawn });
    }
    this.#fetching.delete(key);
    this.#changes.value += 1;
    this.#advance();
  }

  async #hold(key: string, blob: Blob, stop: AbortSignal): Promise<void> {
    const image = await this.#parts.decode(blob);
    this.#sources.set(image, blob);
    if (stop.aborted) {
      image.close();
      stop.throwIfAborted();
    }
    // Wanted pages are the last to go, the one shown last of all.
    for (const { page } of this.#wanted.toReversed()) this.#images.get(pageKey(page));
    this.#images.put(key, image, image.width * image.height * 4);
  }
}
