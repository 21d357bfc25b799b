import type { PacketPage } from "../../meeting/packet.ts";
import type { Document, Item, Snapshot } from "../../protocol/messages.ts";

/** A document's place in the packet: the numbers of its first and last page. */
export interface DocumentSpan {
  document: Document;
  from: number;
  to: number;
}

/** An agenda item with its number on the agenda, and its place in the packet if it has pages. */
export interface ItemSpan {
  item: Item;
  number: number;
  documents: readonly DocumentSpan[];
  pages: { from: number; to: number } | null;
}

/** The agenda with page numbers: which pages of the packet belong to which item and document. */
export function spansOf(state: Snapshot, packet: readonly PacketPage[]): readonly ItemSpan[] {
  return state.items.map((item, index) => {
    const documents = documentSpans(packet.filter((each) => each.item.item_id === item.item_id));
    const from = documents[0]?.from;
    const to = documents.at(-1)?.to;
    const pages = from === undefined || to === undefined ? null : { from, to };
    return { item, number: index + 1, documents, pages };
  });
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
