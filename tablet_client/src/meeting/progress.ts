import type { PagesDrawn, Snapshot } from "../protocol/messages.ts";

/**
 * The state with more pages of a document ready, or known to have failed.
 *
 * A page drawn later leaves the failed ones; once none is missing, `drawn` is emptied and
 * `complete` means all.
 */
export function notePages(state: Snapshot, event: PagesDrawn): Snapshot {
  const document = state.documents.find((each) => each.document_id === event.document_id);
  const before = state.progress[event.document_id];
  if (document === undefined || before === undefined) return state;
  const retold = new Set([...event.drawn, ...event.failed.map((failed) => failed.page)]);
  const failed = [...before.failed.filter((each) => !retold.has(each.page)), ...event.failed].sort(
    (a, b) => a.page - b.page,
  );
  const drawn = before.complete
    ? []
    : [...new Set([...before.drawn, ...event.drawn])].sort((a, b) => a - b);
  const complete = before.complete || drawn.length + failed.length >= document.sizes.length;
  const after = { complete, drawn: complete ? [] : drawn, failed };
  return { ...state, progress: { ...state.progress, [event.document_id]: after } };
}
