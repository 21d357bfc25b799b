import type { Snapshot } from "../protocol/messages.ts";

type Sources = Pick<Snapshot, "items" | "documents" | "opened">;

/**
 * The documents whose pages tablets may keep: nothing closed, forbidden, or not released yet.
 *
 * The twin of `service/api/seen.py`, which sends the others with `no-store`.
 */
export function keepableDocuments({ items, documents, opened }: Sources): ReadonlySet<string> {
  const released = new Set(opened);
  const free = new Set(
    items
      .filter(({ closed, no_store }) => !closed && no_store !== true)
      .filter(({ embargoed, item_id }) => !embargoed || released.has(item_id))
      .map((item) => item.item_id),
  );
  return new Set(
    documents.filter((each) => free.has(each.item_id)).map((each) => each.document_id),
  );
}
