import type { Document, Item, PageRef, Snapshot } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";

/** One page of the packet: `number` counts through all documents, veiled pages too, from 1. */
export interface PacketPage {
  readonly page: PageRef;
  readonly number: number;
  readonly document: Document;
  readonly item: Item;
  readonly ready: boolean;
  readonly failed: string | null;
}

/** The part of the state a packet is made of; ink and turns leave it alone. */
export type PacketSources = Pick<Snapshot, "items" | "documents" | "progress" | "veils">;

/**
 * Every page of the meeting that this seat may see, in agenda order, numbered through.
 *
 * Pages under a veil are left out and keep their numbers: page 12 is page 12 to everyone.
 */
export function packetOf(sources: PacketSources): readonly PacketPage[] {
  const packet: PacketPage[] = [];
  let number = 0;
  for (const { item, documents, veiled } of underItems(sources)) {
    for (const document of documents) {
      const progress = sources.progress[document.document_id];
      const drawn = new Set(progress?.drawn);
      const failures = new Map(progress?.failed.map((each) => [each.page, each.code]));
      for (let page = 1; page <= document.sizes.length; page += 1) {
        const failed = failures.get(page) ?? null;
        number += 1;
        packet.push({
          page: { document_id: document.document_id, version: document.version, page },
          number,
          document,
          item,
          ready: failed === null && (progress?.complete === true || drawn.has(page)),
          failed,
        });
      }
    }
    number += veiled;
  }
  return packet;
}

/** How many pages the packet has, those under a veil included: the last page's number. */
export function countPages(sources: Pick<Snapshot, "items" | "documents" | "veils">): number {
  return firstNumberAfter(sources, null) - 1;
}

/** The number of the first page under an item's veil. */
export function veilNumber(
  sources: Pick<Snapshot, "items" | "documents" | "veils">,
  itemId: string,
): number {
  const veiled = sources.veils[itemId] ?? 0;
  return firstNumberAfter(sources, itemId) - veiled;
}

/** Where this page stands in the packet; null when it has left it. */
export function findPage(packet: readonly PacketPage[], page: PageRef | null): PacketPage | null {
  return page === null ? null : (byKey(packet).get(pageKey(page)) ?? null);
}

/** The page with this number; null for one that is not there or under a veil. */
export function pageAt(packet: readonly PacketPage[], number: number): PacketPage | null {
  // Without veils it stands at its number; with them further to the front.
  const there = packet[number - 1];
  if (there?.number === number) return there;
  return packet.find((each) => each.number === number) ?? null;
}

/** The `by`th page after a number, or before it; veiled ones are passed over. */
export function pageFrom(
  packet: readonly PacketPage[],
  number: number,
  by: number,
): PacketPage | null {
  const after = packet.findIndex((each) => each.number > number);
  const end = after === -1 ? packet.length : after;
  if (by > 0) return packet[end - 1 + by] ?? null;
  const isThere = packet[end - 1]?.number === number;
  return packet[end + by - (isThere ? 1 : 0)] ?? null;
}

/**
 * The page to show when `wanted` may have left the packet.
 *
 * The page itself; else the same page of the document's present version, or its last; else
 * whatever now stands at `number`, where the reader was, or before it; null for an empty packet.
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
  return (packet.findLast((each) => each.number <= number) ?? packet[0])?.page ?? null;
}

interface UnderItem {
  readonly item: Item;
  readonly documents: readonly Document[];
  readonly veiled: number;
}

function underItems({
  items,
  documents,
  veils,
}: Pick<Snapshot, "items" | "documents" | "veils">): readonly UnderItem[] {
  const under = new Map<string, Document[]>(items.map((item) => [item.item_id, []]));
  for (const document of documents) under.get(document.item_id)?.push(document);
  return items.map((item) => ({
    item,
    documents: under.get(item.item_id) ?? [],
    veiled: veils[item.item_id] ?? 0,
  }));
}

/** The number after an item's last page; after the last item's when it is null. */
function firstNumberAfter(
  sources: Pick<Snapshot, "items" | "documents" | "veils">,
  itemId: string | null,
): number {
  let number = 1;
  for (const { item, documents, veiled } of underItems(sources)) {
    for (const document of documents) number += document.sizes.length;
    number += veiled;
    if (item.item_id === itemId) break;
  }
  return number;
}

/** A packet never changes, so neither does where its pages stand. */
const indexes = new WeakMap<readonly PacketPage[], ReadonlyMap<string, PacketPage>>();

function byKey(packet: readonly PacketPage[]): ReadonlyMap<string, PacketPage> {
  let index = indexes.get(packet);
  if (index === undefined) {
    index = new Map(packet.map((each) => [pageKey(each.page), each]));
    indexes.set(packet, index);
  }
  return index;
}
