import type {
  Document,
  DocumentReplaced,
  Former,
  PageRef,
  Snapshot,
} from "../protocol/messages.ts";
import { carried } from "./inked.ts";

/** What a place in a later version depends on. */
export type Versions = Pick<Snapshot, "documents" | "former">;

/**
 * The state with a new version in a document's place; the meeting's page and the ink go along.
 *
 * The twin of `service/meeting/succession.py`.
 */
export function replaceDocument(state: Snapshot, event: DocumentReplaced): Snapshot {
  const { document, pages, changed } = event;
  const id = document.document_id;
  const old = state.documents.find((each) => each.document_id === id);
  if (old === undefined) return state;
  const { version, content, sizes } = old;
  const former: Former = { version, content, sizes, pages, changed };
  const at = state.page?.document_id === id ? state.page : null;
  return {
    ...state,
    documents: state.documents.map((each) => (each === old ? document : each)),
    former: { ...state.former, [id]: [...(state.former[id] ?? []), former] },
    progress: { ...state.progress, [id]: NOTHING_YET },
    inked: carried(state.inked, id, version, pages),
    page: at === null ? state.page : nearest(document, pages, at.page),
    region: at === null ? state.region : null,
  };
}

/** How far the pages of a document are that has just come. */
export const NOTHING_YET = {
  complete: false,
  drawn: [],
  failed: [],
  reduced: [],
  carries: null,
  scanned: null,
};

/** Where a page of any version is now: in the packet, left behind, or (null) nowhere. */
export function placed(state: Versions, page: PageRef): PageRef | null {
  let at = page;
  for (const former of state.former[page.document_id] ?? []) {
    if (former.version !== at.version) continue;
    const now = former.pages[at.page - 1];
    if (now === undefined) return null;
    if (now === 0) return at;
    at = { document_id: at.document_id, version: at.version + 1, page: now };
  }
  const document = state.documents.find((each) => each.document_id === at.document_id);
  const stands = document?.version === at.version && at.page <= document.sizes.length;
  return stands ? at : null;
}

/**
 * The page of the present version to be at instead of a page of any version.
 *
 * Itself where it went along, else the nearest that did, version after version; the same page
 * when its document has gone.
 */
export function presentPage(state: Versions, page: PageRef): PageRef {
  let at = page;
  const document = state.documents.find((each) => each.document_id === page.document_id);
  for (const former of state.former[page.document_id] ?? []) {
    if (document === undefined || former.version !== at.version) continue;
    at = nearest({ ...document, version: former.version + 1 }, former.pages, at.page);
  }
  return at;
}

/** Whether a page of the present version has no page before it. */
export function isNew(state: Versions, page: PageRef): boolean {
  const before = state.former[page.document_id]?.find((each) => each.version === page.version - 1);
  return before !== undefined && !before.pages.includes(page.page);
}

/** The page of the version before that became this one; null for a new page, or a first version. */
export function pageBefore(state: Versions, page: PageRef): PageRef | null {
  const before = state.former[page.document_id]?.find((each) => each.version === page.version - 1);
  const number = (before?.pages.indexOf(page.page) ?? -1) + 1;
  return number === 0 ? null : { ...page, version: page.version - 1, page: number };
}

/** Whether a page is of a former version and no later one has it. */
export function leftBehind(state: Versions, page: PageRef): boolean {
  const former = state.former[page.document_id]?.find((each) => each.version === page.version);
  return former?.pages[page.page - 1] === 0;
}

/** Whether a page is new in its version, or says something else than in the one before. */
export function isChanged(state: Versions, page: PageRef): boolean {
  const before = state.former[page.document_id]?.find((each) => each.version === page.version - 1);
  return before?.changed.includes(page.page) === true;
}

/** Where to be instead of an old page: itself, else the next that stays, else one before. */
function nearest(document: Document, pages: readonly number[], page: number): PageRef {
  const following = pages.slice(page - 1).find((each) => each > 0);
  const before = pages.slice(0, page - 1).findLast((each) => each > 0);
  const { document_id, version } = document;
  return { document_id, version, page: following ?? before ?? 1 };
}
