import type { PacketPage } from "../meeting/packet.ts";
import type { Document, PageRef } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";

/** What of a page a tablet keeps; `contents` is its document's outline. */
export type What = "tablet" | "thumb" | "text" | "contents";

/** One thing to keep: its name in the store, and where the service has it. */
export interface Leaf {
  readonly key: string;
  readonly path: string;
  readonly what: What;
}

/** What is to be kept of a packet. */
export interface Wanted {
  /** In the packet's order. */
  readonly leaves: readonly Leaf[];
  /** Where a page's leaves begin, by its key. */
  readonly starts: ReadonlyMap<string, number>;
  /** The pages' own images, by which progress is counted. */
  readonly pages: readonly string[];
  /** Pages that may be kept once the service has drawn them. */
  readonly undrawn: number;
  /** Pages that no device may keep. */
  readonly withheld: number;
}

/** The store's name of a leaf: by content, so that the same file is the same leaf. */
export function keyOf(content: string, page: number, what: What): string {
  return `${content}.${page}.${what}`;
}

/** Everything to keep of a packet. */
export function wantedOf(
  meetingId: string,
  packet: readonly PacketPage[],
  keepable: ReadonlySet<string>,
): Wanted {
  const mine = packet.filter((each) => keepable.has(each.document.document_id));
  const drawn = mine.filter((each) => each.ready);
  const meeting = `/api/meetings/${encodeURIComponent(meetingId)}`;
  const told = new Set<string>();
  const leaves: Leaf[] = [];
  const starts = new Map<string, number>();
  for (const { page, document } of drawn) {
    starts.set(pageKey(page), leaves.length);
    const place = `${meeting}/pages/${encodeURIComponent(page.document_id)}/${page.version}/${page.page}`;
    const add = (what: What, path: string, number: number = page.page) =>
      leaves.push({ what, path, key: keyOf(document.content, number, what) });
    add("tablet", `${place}/tablet`);
    add("thumb", `${place}/thumb`);
    add("text", `${place}/text`);
    if (told.has(document.content)) continue;
    told.add(document.content);
    add(
      "contents",
      `${meeting}/documents/${encodeURIComponent(page.document_id)}/${page.version}/contents`,
      0,
    );
  }
  return {
    leaves,
    starts,
    pages: drawn.map(({ document, page }) => keyOf(document.content, page.page, "tablet")),
    undrawn: mine.filter((each) => !each.ready && each.failed === null).length,
    withheld: packet.length - mine.length,
  };
}

/** The first of these leaves that is still to be had: onwards from the page shown, then from the start. */
export function nextOf(
  { leaves, starts }: Wanted,
  shown: PageRef | null,
  isOpen: (leaf: Leaf) => boolean,
): Leaf | null {
  const from = shown === null ? 0 : (starts.get(pageKey(shown)) ?? 0);
  return leaves.slice(from).find(isOpen) ?? leaves.slice(0, from).find(isOpen) ?? null;
}

/** Whether a kept leaf belongs to one of these documents, whatever page it is of. */
export function isOf(key: string, contents: ReadonlySet<string>): boolean {
  return contents.has(key.slice(0, key.indexOf(".")));
}

/** The contents of the documents that may be kept. */
export function contentsOf(
  documents: readonly Document[],
  keepable: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    documents.filter((each) => keepable.has(each.document_id)).map((each) => each.content),
  );
}
