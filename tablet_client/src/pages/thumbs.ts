import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { PageRef } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import type { FetchPage } from "./fetch_page.ts";
import { Lru } from "./lru.ts";
import { untilKnown, type Wait } from "./patience.ts";

/** Requests at once: with three for full pages, all six sockets a browser has for a host. */
const AT_ONCE = 3;

/** Thumbnails kept as files: a long packet's strip, about 15 KiB each. */
const KEPT = 500;

/** Thumbnails kept decoded, to stand in for pages that are still on their way. */
const DECODED_BYTES = 12 * 1024 * 1024;

/** What thumbnails are made with. */
export interface ThumbParts {
  readonly fetchPage: FetchPage;
  readonly decode: (blob: Blob) => Promise<ImageBitmap>;
  readonly addressOf: (blob: Blob) => string;
  readonly revoke: (address: string) => void;
  readonly wait: Wait;
}

interface Thumb {
  readonly blob: Blob;
  readonly address: string;
}

/** Pages in small: each fetched once, a few at a time, the newest wish first. */
export class Thumbs {
  readonly #parts: ThumbParts;
  readonly #kept: Lru<Thumb>;
  readonly #decoded = new Lru<ImageBitmap>(DECODED_BYTES, (image) => image.close());
  readonly #pending = new Map<string, Promise<Thumb>>();
  readonly #queue: (() => void)[] = [];
  readonly #stop = new AbortController();
  readonly #changes = signal(0);
  #running = 0;

  /** Counts up whenever another stand-in can be shown. */
  readonly changes: ReadonlySignal<number> = this.#changes;

  constructor(parts: ThumbParts) {
    this.#parts = parts;
    this.#kept = new Lru(KEPT, (thumb) => parts.revoke(thumb.address));
  }

  /** The thumbnail's address for an image element; rejects when the page cannot be drawn. */
  async address(page: PageRef): Promise<string> {
    return (await this.#thumb(page)).address;
  }

  /** The thumbnail for the sheet, if it is here; else it is sent for. */
  standIn(page: PageRef): ImageBitmap | null {
    const key = pageKey(page);
    const image = this.#decoded.get(key);
    if (image !== undefined) return image;
    void this.#thumb(page)
      .then(({ blob }) => this.#decode(key, blob))
      // A page that cannot be drawn has no thumbnail: the sheet says so by itself.
      .catch(() => undefined);
    return null;
  }

  /** Lets go of every thumbnail. */
  forget(): void {
    this.#kept.clear();
    this.#decoded.clear();
    this.#changes.value += 1;
  }

  close(): void {
    this.#stop.abort();
    this.#kept.clear();
    this.#decoded.clear();
  }

  #thumb(page: PageRef): Promise<Thumb> {
    const key = pageKey(page);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return Promise.resolve(kept);
    const pending = this.#pending.get(key) ?? this.#fetch(key, page);
    this.#pending.set(key, pending);
    return pending;
  }

  async #fetch(key: string, page: PageRef): Promise<Thumb> {
    const { signal: stop } = this.#stop;
    try {
      await this.#turn();
      const attempt = () => this.#parts.fetchPage(page, "thumb", stop);
      const known = await untilKnown(attempt, this.#parts.wait, stop, () => undefined);
      if (known.kind === "failed") throw new Error(known.code);
      stop.throwIfAborted();
      const thumb = { blob: known.blob, address: this.#parts.addressOf(known.blob) };
      this.#kept.put(key, thumb, 1);
      return thumb;
    } finally {
      this.#pending.delete(key);
      this.#running -= 1;
      this.#queue.pop()?.();
    }
  }

  /** Resolves when it is this request's turn. */
  async #turn(): Promise<void> {
    if (this.#running >= AT_ONCE) await new Promise<void>((go) => this.#queue.push(go));
    this.#running += 1;
  }

  async #decode(key: string, blob: Blob): Promise<void> {
    if (this.#decoded.get(key) !== undefined) return;
    const image = await this.#parts.decode(blob);
    this.#decoded.put(key, image, image.width * image.height * 4);
    this.#changes.value += 1;
  }
}
