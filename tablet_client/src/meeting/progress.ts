import type {
  DocumentRead,
  DocumentSurveyed,
  PagesDrawn,
  Progress,
  Snapshot,
} from "../protocol/messages.ts";

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
  // Entries written before half-size pages were marked do not name them.
  const reduced = [
    ...before.reduced.filter((page) => !retold.has(page)),
    ...(event.reduced ?? []),
  ].sort((a, b) => a - b);
  const after = { ...before, complete, drawn: complete ? [] : drawn, failed, reduced };
  return { ...state, progress: { ...state.progress, [event.document_id]: after } };
}

/** The state once it is known what a document carries besides its pages. */
export function noteSurvey(state: Snapshot, event: DocumentSurveyed): Snapshot {
  return noteStudy(state, event.document_id, { carries: event.carries });
}

/** The state once a document was read through: its text can be searched. */
export function noteReading(state: Snapshot, event: DocumentRead): Snapshot {
  return noteStudy(state, event.document_id, { scanned: event.scanned });
}

function noteStudy(
  state: Snapshot,
  documentId: string,
  study: Partial<Pick<Progress, "carries" | "scanned">>,
): Snapshot {
  const before = state.progress[documentId];
  if (before === undefined) return state;
  return { ...state, progress: { ...state.progress, [documentId]: { ...before, ...study } } };
}
