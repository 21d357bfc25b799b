import type { StrokeAdded, StrokesErased } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";

/** Strokes that stand, counted by page; a page without ink has no key. */
export type Inked = Readonly<Record<string, number>>;

/**
 * The counts after one more event.
 *
 * The twin of `service/meeting/inked.py`. The strokes themselves lie in sheets, so that a
 * state stays small however long the meeting writes.
 */
export function inkedAfter(inked: Inked, event: StrokeAdded | StrokesErased): Inked {
  if (event.type === "StrokeAdded") {
    const key = pageKey(event.stroke.page);
    return { ...inked, [key]: (inked[key] ?? 0) + 1 };
  }
  const key = pageKey(event.page);
  const left = (inked[key] ?? 0) - event.stroke_ids.length;
  return left > 0 ? { ...inked, [key]: left } : withoutKeys(inked, (each) => each === key);
}

/** The counts once a version's ink has gone along to the pages they are in the next one. */
export function carried(
  inked: Inked,
  documentId: string,
  version: number,
  pages: readonly number[],
): Inked {
  const moves = new Map(moved(documentId, version, pages));
  const there: Record<string, number> = {};
  for (const [key, count] of Object.entries(inked)) {
    const goal = moves.get(key) ?? key;
    there[goal] = (there[goal] ?? 0) + count;
  }
  return there;
}

/** The keys of a version's pages that the next version has, and their keys there. */
export function moved(
  documentId: string,
  version: number,
  pages: readonly number[],
): readonly (readonly [string, string])[] {
  return pages.flatMap((now, index) => {
    if (now === 0) return [];
    const old = { document_id: documentId, version, page: index + 1 };
    const next = { document_id: documentId, version: version + 1, page: now };
    return [[pageKey(old), pageKey(next)] as const];
  });
}

/** The counts without a document's pages, whatever their version. */
export function withoutDocument(inked: Inked, documentId: string): Inked {
  return withoutKeys(inked, (key) => key.startsWith(`${documentId}.`));
}

/** The record without the keys that are unwanted; the same one when it has none of them. */
export function withoutKeys<T>(
  record: Readonly<Record<string, T>>,
  unwanted: (key: string) => boolean,
): Readonly<Record<string, T>> {
  const kept = Object.entries(record).filter(([key]) => !unwanted(key));
  return kept.length === Object.keys(record).length ? record : Object.fromEntries(kept);
}
