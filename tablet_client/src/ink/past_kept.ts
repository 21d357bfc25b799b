import type { History, Past, Pasts } from "./history.ts";

/** Deeds kept a page through a reload: as many as a hand takes back in earnest. */
const DEEDS = 20;

/** Letters kept at most, pages written on last first: a tab's memory holds some five million. */
const LETTERS = 1_500_000;

/** Another shape of what is kept gets another name: what an older client left is not read. */
const SHAPE = "1";

/** What can be taken back, as text that a tab keeps through a reload. */
export function packPast(history: History): string {
  const pages: string[] = [];
  let room = LETTERS;
  for (const [key, past] of Object.entries(history.all.value).reverse()) {
    const short: Past = {
      done: past.done.slice(-DEEDS).map((deed) => history.asNow(deed)),
      undone: past.undone.slice(-DEEDS).map((deed) => history.asNow(deed)),
    };
    const packed = `${JSON.stringify(key)}:${JSON.stringify(short)}`;
    room -= packed.length;
    if (room < 0) break;
    pages.push(packed);
  }
  return `${SHAPE}{${pages.reverse().join()}}`;
}

/** The same back; nothing for what is not of this shape. */
export function unpackPast(text: string | null): Pasts {
  if (text === null || !text.startsWith(`${SHAPE}{`)) return {};
  return JSON.parse(text.slice(SHAPE.length)) as Pasts;
}
