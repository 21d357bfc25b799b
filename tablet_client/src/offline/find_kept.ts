import type { Box, Found, FoundPage, PageText } from "../reading/answers.ts";

/** A page of the packet with its words, as far as they are on this tablet. */
export interface TextKept {
  readonly document_id: string;
  readonly version: number;
  readonly page: number;
  readonly text: PageText;
}

/** Pages told at most, as the service does. */
const MOST_PAGES = 200;

/** Letters told before and after a hit. */
const AROUND = 40;

/**
 * Looks for words in the pages kept on the tablet; `of` is how many pages the packet has.
 *
 * Plainer than the service's search: what is typed is found as it stands, whatever its case
 * and spacing, without particles or half-typed syllables.
 */
export function findKept(query: string, texts: readonly TextKept[], of: number): Found {
  const pages: FoundPage[] = [];
  const documents = new Map<string, { document_id: string; version: number; hits: number }>();
  let hits = 0;
  for (const { document_id, version, page, text } of texts) {
    const { plain, starts } = plainOf(text.text);
    const found = placesOf(plain, query);
    const [first] = found;
    if (first === undefined) continue;
    hits += found.length;
    const document = documents.get(document_id) ?? { document_id, version, hits: 0 };
    document.hits += found.length;
    documents.set(document_id, document);
    const [from, to] = [starts[first.from] ?? 0, (starts[first.to - 1] ?? 0) + 1];
    pages.push({
      document_id,
      version,
      page,
      hits: found.length,
      before: oneLine(text.text.slice(Math.max(0, from - AROUND), from)),
      match: oneLine(text.text.slice(from, to)),
      after: oneLine(text.text.slice(to, to + AROUND)),
    });
  }
  return {
    read: of,
    of,
    unlettered: texts.filter(({ text }) => text.scanned).length,
    hits,
    documents: [...documents.values()],
    pages: pages.slice(0, MOST_PAGES),
    more: pages.length > MOST_PAGES,
  };
}

/** The boxes of the words in which the query is found on a page. */
export function boxesKept(query: string, { text, boxes }: PageText): readonly Box[] {
  const { plain, starts } = plainOf(text);
  const wordAt = wordNumbers(text);
  const words = new Set<number>();
  for (const { from, to } of placesOf(plain, query)) {
    for (let at = from; at < to; at += 1) words.add(wordAt[starts[at] ?? 0] ?? 0);
  }
  return [...words].sort((a, b) => a - b).flatMap((word) => (boxes[word] ? [boxes[word]] : []));
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function placesOf(plain: string, query: string): readonly Place[] {
  const wanted = plainOf(query).plain;
  const places: Place[] = [];
  if (wanted === "") return places;
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
    places.push({ from: at, to: at + wanted.length });
  }
  return places;
}

/** Letters without spaces and case, and where each stood. */
function plainOf(text: string): { plain: string; starts: readonly number[] } {
  const starts: number[] = [];
  let plain = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (/\s/.test(letter)) continue;
    // A letter may grow in lower case; its place is the one it came from.
    for (const small of letter.toLowerCase()) {
      plain += small;
      starts.push(at);
    }
  }
  return { plain, starts };
}

/** The number of the word each letter belongs to. */
function wordNumbers(text: string): readonly number[] {
  let word = -1;
  let inWord = false;
  return [...Array(text.length).keys()].map((at) => {
    const isSpace = /\s/.test(text[at] ?? "");
    if (!isSpace && !inWord) word += 1;
    inWord = !isSpace;
    return Math.max(0, word);
  });
}

const oneLine = (text: string) => text.replace(/\s+/g, " ");
