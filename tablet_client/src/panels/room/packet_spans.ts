import { type PacketPage, veilNumber } from "../../meeting/packet.ts";
import type { Document, Item, Role, Snapshot } from "../../protocol/messages.ts";
import { type Veil, veilOf } from "./veils.ts";

/** A document's place in the packet: the numbers of its first and last page. */
export interface DocumentSpan {
  document: Document;
  from: number;
  to: number;
}

/** Pages that are there and not shown: why, how many, and the number of the first. */
export interface VeiledSpan {
  why: Veil;
  from: number;
  count: number;
}

/**
 * An agenda item with its number on the agenda, and its place in the packet if it has pages.
 *
 * An item under a veil has none that could be shown: `veiled` says where they would be.
 */
export interface ItemSpan {
  item: Item;
  number: number;
  documents: readonly DocumentSpan[];
  pages: { from: number; to: number } | null;
  veiled: VeiledSpan | null;
}

/** For whom the agenda is, and what stands in place of a title that is not for them. */
interface Reader {
  role: Role | null;
  closedItem: string;
}

/** The agenda with page numbers: which pages of the packet belong to which item and document. */
export function spansOf(
  state: Snapshot,
  packet: readonly PacketPage[],
  { role, closedItem }: Reader,
): readonly ItemSpan[] {
  return state.items.map((item, index) => {
    const documents = documentSpans(packet.filter((each) => each.item.item_id === item.item_id));
    const from = documents[0]?.from;
    const to = documents.at(-1)?.to;
    const pages = from === undefined || to === undefined ? null : { from, to };
    const why = veilOf(state, item, role);
    return {
      item: why === "closed" ? { ...item, title: closedItem } : item,
      number: index + 1,
      documents,
      pages,
      veiled: why === null ? null : veiledSpan(state, item, why),
    };
  });
}

function veiledSpan(state: Snapshot, { item_id }: Item, why: Veil): VeiledSpan {
  return { why, from: veilNumber(state, item_id), count: state.veils[item_id] ?? 0 };
}

function documentSpans(pages: readonly PacketPage[]): readonly DocumentSpan[] {
  const spans: DocumentSpan[] = [];
  for (const each of pages) {
    const last = spans.at(-1);
    if (last?.document.document_id === each.document.document_id) last.to = each.number;
    else spans.push({ document: each.document, from: each.number, to: each.number });
  }
  return spans;
}

/** A document's file name as people say it: without `.pdf`. */
export const shortName = (name: string) => name.replace(/\.pdf$/i, "");
