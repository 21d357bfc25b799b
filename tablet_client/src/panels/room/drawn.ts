import type { Document, Snapshot } from "../../protocol/messages.ts";

/** How many pages of a document are settled: drawn, or known to have failed. */
export function drawnOf(state: Snapshot, document: Document): number {
  const progress = state.progress[document.document_id];
  if (progress === undefined) return 0;
  if (progress.complete) return document.sizes.length;
  return progress.drawn.length + progress.failed.length;
}
