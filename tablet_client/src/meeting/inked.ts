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
