import type { Entry, Mark, StrokeAdded, StrokesErased } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";

/** Ink by page; a page without ink has no key. */
export type Strokes = Readonly<Record<string, readonly Mark[]>>;

/** The ink with one more stroke, signed by whoever the entry is from. */
export function addStroke(strokes: Strokes, event: StrokeAdded, entry: Entry): Strokes {
  const key = pageKey(event.stroke.page);
  const mark: Mark = { stroke: event.stroke, by: entry.by };
  return { ...strokes, [key]: [...(strokes[key] ?? []), mark] };
}

/** The ink without these strokes of one page. */
export function eraseStrokes(strokes: Strokes, event: StrokesErased): Strokes {
  const key = pageKey(event.page);
  const gone = new Set(event.stroke_ids);
  const left = (strokes[key] ?? []).filter((mark) => !gone.has(mark.stroke.stroke_id));
  if (left.length > 0) return { ...strokes, [key]: left };
  return withoutKeys(strokes, (each) => each === key);
}

/** The ink without a document's pages, whatever their version. */
export function dropDocumentInk(strokes: Strokes, documentId: string): Strokes {
  return withoutKeys(strokes, (key) => key.startsWith(`${documentId}.`));
}

/** The record without the keys that are unwanted; the same one when it has none of them. */
export function withoutKeys<T>(
  record: Readonly<Record<string, T>>,
  unwanted: (key: string) => boolean,
): Readonly<Record<string, T>> {
  const kept = Object.entries(record).filter(([key]) => !unwanted(key));
  return kept.length === Object.keys(record).length ? record : Object.fromEntries(kept);
}
