import type {
  Document,
  DocumentMoved,
  Item,
  ItemAdded,
  ItemMoved,
  Snapshot,
} from "../protocol/messages.ts";
import { withoutDocument, withoutKeys } from "./inked.ts";
import { NOTHING_YET } from "./succession.ts";

/** The state with a new item at its place. */
export function addItem(state: Snapshot, event: ItemAdded): Snapshot {
  return inAgendaOrder({ ...state, items: inserted(state.items, event.index, event.item) });
}

/** The state with an item elsewhere on the agenda, its documents with it. */
export function moveItem(state: Snapshot, event: ItemMoved): Snapshot {
  const moved = state.items.find((item) => item.item_id === event.item_id);
  if (moved === undefined) return state;
  const others = state.items.filter((item) => item !== moved);
  return inAgendaOrder({ ...state, items: inserted(others, event.index, moved) });
}

/** Another wording or standing of an item; without its embargo it is not `opened` either. */
export function editItem(state: Snapshot, item: Item): Snapshot {
  const id = item.item_id;
  return {
    ...state,
    items: state.items.map((each) => (each.item_id === id ? item : each)),
    opened: state.opened.filter((each) => each !== id || item.embargoed),
  };
}

/** The state without an item and all that stands under it. */
export function removeItem(state: Snapshot, itemId: string): Snapshot {
  const documents = state.documents.filter((document) => document.item_id === itemId);
  return documents.reduce<Snapshot>(
    (left, document) => removeDocument(left, document.document_id),
    {
      ...state,
      items: state.items.filter((item) => item.item_id !== itemId),
      opened: state.opened.filter((each) => each !== itemId),
      veils: withoutKeys(state.veils, (each) => each === itemId),
      veiled: state.veiled === itemId ? null : state.veiled,
    },
  );
}

/** The state with a new document, last under its item, none of its pages drawn yet. */
export function addDocument(state: Snapshot, document: Document): Snapshot {
  return inAgendaOrder({
    ...state,
    documents: [...state.documents, document],
    progress: { ...state.progress, [document.document_id]: NOTHING_YET },
  });
}

/** The state with a document under this item, at this place among the item's documents. */
export function moveDocument(state: Snapshot, event: DocumentMoved): Snapshot {
  const moved = state.documents.find((each) => each.document_id === event.document_id);
  if (moved === undefined) return state;
  const others = state.documents.filter((each) => each !== moved);
  const siblings = others.filter((each) => each.item_id === event.item_id);
  const elsewhere = others.filter((each) => each.item_id !== event.item_id);
  const arrived = { ...moved, item_id: event.item_id };
  return inAgendaOrder({
    ...state,
    documents: [...elsewhere, ...inserted(siblings, event.index, arrived)],
  });
}

/** The state without a document, its progress, its ink, and the turn that pointed at it. */
export function removeDocument(state: Snapshot, documentId: string): Snapshot {
  const isAtIt = state.page?.document_id === documentId;
  return {
    ...state,
    documents: state.documents.filter((document) => document.document_id !== documentId),
    progress: withoutKeys(state.progress, (key) => key === documentId),
    inked: withoutDocument(state.inked, documentId),
    former: withoutKeys(state.former, (key) => key === documentId),
    page: isAtIt ? null : state.page,
    region: isAtIt ? null : state.region,
  };
}

/** Documents follow their items; those of one item keep their order (the sort is stable). */
function inAgendaOrder(state: Snapshot): Snapshot {
  const order = new Map(state.items.map((item: Item, index) => [item.item_id, index]));
  const place = (document: Document) => order.get(document.item_id) ?? order.size;
  return { ...state, documents: [...state.documents].sort((a, b) => place(a) - place(b)) };
}

function inserted<T>(values: readonly T[], index: number, value: T): readonly T[] {
  return [...values.slice(0, index), value, ...values.slice(index)];
}
