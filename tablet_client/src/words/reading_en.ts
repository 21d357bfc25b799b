import type { Words } from "./ko.ts";

const count = (n: number) => n.toLocaleString("en-GB");
const hits = (n: number) => `${count(n)} ${n === 1 ? "hit" : "hits"}`;
const pages = (n: number) => `${count(n)} ${n === 1 ? "page" : "pages"}`;

/** The English words of reading and finding. */
export const readingEn: Pick<Words, "reading" | "contents" | "find"> = {
  reading: {
    textOf: (page) => `Text of page ${page}`,
    scanned: "This page is a scanned picture without letters to read.",
    empty: "There are no letters on this page.",
    unreadable: "The text of this page could not be read.",
    waiting: "Fetching the text of this page.",
    cut: "There is too much text: only so much is read.",
    selectHint: "Drag over the text or hold it to select",
    copy: "Copy selection",
    copyPage: "Copy page text",
    copied: "Copied",
    notCopied: "Could not copy. Select the text and use the copy command of your device.",
    selectEnd: "Stop selecting text",
    linkTo: (words, page) => (words === "" ? `Go to page ${page}` : `${words}, go to page ${page}`),
    linkOut: (words, address) =>
      words === "" ? `Web address ${address}` : `${words}, web address ${address}`,
    outTitle: "Open a web address?",
    outHint:
      "The document names this address. It opens in a new tab; the meeting stays in this one.",
    outOpen: "Open in a new tab",
    back: (page) => `Back to page ${page}`,
    backForget: "Dismiss the way back",
  },

  contents: {
    title: "Contents",
    tabs: "Agenda, contents, my notes",
    none: "This document has no table of contents.",
    loading: "Loading the contents",
    refused: "The contents of this document could not be read.",
    lost: "Could not be loaded. Check the connection.",
  },

  find: {
    title: "Find",
    field: "Find in the papers",
    open: "Find in the papers",
    close: "Close search",
    nextHit: "Next hit",
    previousHit: "Previous hit",
    showList: "Show the list of hits",
    hideList: "Hide the list of hits",
    hits,
    told: (n, on) => `${hits(n)} on ${pages(on)}`,
    toldMore: hits,
    nothing: (query) => `Nothing found for “${query}”`,
    nothingHint: "Spaces and Korean particles need not match. Try a shorter word.",
    start: "Type a word: the search begins at once.",
    startHint: "Spaces and Korean particles need not match.",
    reading: (n) => `Still reading ${pages(n)}`,
    unlettered: (n) => `${pages(n)} without text`,
    unletteredHint: "scanned pictures cannot be searched",
    more: (n) => `Only the first ${n} pages are shown. Type a longer word.`,
    trouble: "The search failed. Check the connection.",
    result: (page, n) => (n > 1 ? `Page ${page}, ${hits(n)}` : `Page ${page}`),
  },
};
