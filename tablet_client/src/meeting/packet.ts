import type { Document, Item, PageRef, Snapshot } from "../protocol/messages.ts";
import { samePage } from "../protocol/page_key.ts";

/** One page of the packet: `number` counts through all documents, from 1. */
export interface PacketPage {
  readonly page: PageRef;
  readonly number: number;
  readonly document: Document;
  readonly item: Item;
  readonly ready: boolean;
  readonly failed: string | null;
}

/** The part of the state a packet is made of; ink and turns leave it alone. */
export type PacketSources = Pick<Snapshot, "items" | "documents" | "progress">;

/** Every page of the meeting in agenda order, numbered through. */
export function packetOf(sources: PacketSources): readonly PacketPage[] {
  const items = new Map(sources.items.map((item) => [item.item_id, item]));
  const packet: PacketPage[] = [];
  for (const document of sources.documents) {
    const item = items.get(document.item_id);
    if (item === undefined) continue;
    const progress = sources.progress[document.document_id];
    const drawn = new Set(progress?.drawn);
    const failures = new Map(progress?.failed.map((each) => [each.page, each.code]));
    for (let page = 1; page <= document.sizes.length; page += 1) {
      const failed = failures.get(page) ?? null;
      packet.push({
        page: { document_id: document.document_id, version: document.version, page },
        number: packet.length + 1,
        document,
        item,
        ready: failed === null && (progress?.complete === true || drawn.has(page)),
        failed,
      });
    }
  }
  return packet;
}

/** Where this page stands in the packet; null when it has left it. */
export function findPage(packet: readonly PacketPage[], page: PageRef | null): PacketPage | null {
  return packet.find((each) => samePage(each.page, page)) ?? null;
}

/**
 * The page to show when `wanted` may have left the packet.
 *
 * The page itself; else the same page of the document's present version, or its last; else
 * whatever now stands at `number`, where the reader was; null for an empty packet.
 */
export function nearestPage(
  packet: readonly PacketPage[],
  wanted: PageRef | null,
  number: number,
): PageRef | null {
  const exact = findPage(packet, wanted);
  if (exact !== null) return exact.page;
  const siblings = packet.filter((each) => each.page.document_id === wanted?.document_id);
  const sibling = siblings[Math.min(wanted?.page ?? 1, siblings.length) - 1];
  if (sibling !== undefined) return sibling.page;
  return packet[Math.min(Math.max(number, 1), packet.length) - 1]?.page ?? null;
}
