import type { VersionWords } from "./versions_ko.ts";

const marks = (count: number) => (count === 1 ? "1 mark" : `${count} marks`);

/** New versions of documents and the ink on them, in English. */
export const versions: VersionWords = {
  version: (n) => `Version ${n}`,
  replace: "Replace by a new version",
  replaceOf: (name) => `Replace “${name}” by a new version`,
  replaceHint: "Everyone stays on the page they read, and ink goes along with its page.",
  twin: (name) => `“${name}” is under this item already. Is this its new version?`,
  addBeside: "Add beside it",
  comparing: "Comparing the two versions. Until then everyone sees the present one.",
  oldStays: "The present version stays.",
  replaced: (version) => `Replaced by version ${version}.`,
  counts: ({ same, changed, added, removed }) => {
    const pages = (n: number) => (n === 1 ? "1 page" : `${n} pages`);
    return [
      same > 0 && `${pages(same)} the same`,
      changed > 0 && `${pages(changed)} changed`,
      added > 0 && `${pages(added)} new`,
      removed > 0 && `${pages(removed)} gone`,
    ]
      .filter(Boolean)
      .join(", ");
  },
  sameFile: "This is the file that is there already. Nothing has changed.",
  byNumber: "The versions could not be compared. They have as many pages, so ink went by number.",
  notCarried:
    "The versions could not be compared and differ in length. Ink stayed with the old version; its writers can move it.",
  renameToo: (name) => `Rename it to “${name}”, too`,

  nowReading: (version) => `This paper was replaced by version ${version}`,
  nowChanged: (version) => `This paper was replaced by version ${version}; this page has changed`,
  pageGone: (version) =>
    `This paper was replaced by version ${version}, which lacks your page: this is the nearest`,
  changed: "This page has changed in the new version",
  added: "This page is new in this version",
  gotIt: "Got it",

  left: "Ink without a place",
  leftNote: (count) => `The new version has no place for ${marks(count)}`,
  leftShow: (count) => `Show ${marks(count)} without a place`,
  leftHint:
    "Written on pages that the new version lacks. It stays until you move it or throw it away.",
  leftNone: "All ink has its place.",
  leftPage: (version, page) => `Version ${version}, page ${page}`,
  marks,
  layerCount: (layer, count) => `${layer}: ${count}`,
  oldPage: (name, version, page) => `“${name}”, version ${version}, page ${page}, with its ink`,
  readingInk: "Reading the ink",
  othersStay: "Ink that others shared can only be looked at.",
  moveTo: "Page to move to",
  moveGo: (page) => `Move to page ${page}`,
  moved: (count, page) => `Moved ${marks(count)} to page ${page}`,
  notMoved: (count) => `Could not move ${marks(count)}, which stayed`,
  throwAway: "Throw away",
  throwAwayAsk: (count) =>
    `Throw away ${marks(count)} of yours on this page? This cannot be undone.`,
  leave: "Leave it",
};
