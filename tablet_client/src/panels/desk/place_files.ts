import type { Item } from "../../protocol/messages.ts";

/** Where a dropped file goes, and whether its name said so. */
export interface Placed {
  itemId: string;
  matched: boolean;
}

/** A word of the title in the file's name counts more than the department, which may have many. */
const TITLE_WORD = 3;
const DEPARTMENT_WORD = 2;
/** A number in front ("2_예산.pdf") decides only between items that fit equally well. */
const NUMBER_IN_FRONT = 1;

/**
 * The item a file belongs to by the words of its name.
 *
 * Without any fit it goes to `lastUsed` if that item still stands, else to the first; null when
 * there is no item at all.
 */
export function placeFile(
  name: string,
  items: readonly Item[],
  lastUsed: string | null,
): Placed | null {
  const told = plain(name).replace(/\.pdf$/, "");
  let best: { itemId: string; score: number } | null = null;
  for (const [index, item] of items.entries()) {
    const score = scoreOf(told, item, index + 1);
    if (score > (best?.score ?? 0)) best = { itemId: item.item_id, score };
  }
  if (best !== null) return { itemId: best.itemId, matched: true };
  const last = items.find((item) => item.item_id === lastUsed) ?? items[0];
  return last === undefined ? null : { itemId: last.item_id, matched: false };
}

function scoreOf(told: string, item: Item, number: number): number {
  const title = wordsIn(item.title).filter((word) => told.includes(word)).length * TITLE_WORD;
  const department =
    wordsIn(item.department).filter((word) => told.includes(word)).length * DEPARTMENT_WORD;
  const front = /^\s*(?:안건\s*)?0*(\d{1,3})(?!\d)/.exec(told)?.[1];
  return title + department + (Number(front) === number ? NUMBER_IN_FRONT : 0);
}

/** Words long enough to mean something: a single syllable is in half of all file names. */
const wordsIn = (text: string) =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 2);

// NFC: macOS hands file names over with Hangul taken apart into letters.
const plain = (text: string) => text.normalize("NFC").toLowerCase();
