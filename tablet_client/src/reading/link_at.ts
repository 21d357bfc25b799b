import type { Box, PageLink } from "./answers.ts";

/**
 * The link under a finger: the one touched, else the nearest within its reach.
 *
 * Every link can be touched as if it were at least `target` wide and high, in the units of
 * the page; the picture of a link is often a single line of print.
 */
export function linkAt(
  links: readonly PageLink[],
  place: { readonly x: number; readonly y: number },
  target: number,
): PageLink | null {
  let nearest: PageLink | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const link of links) {
    const [left, top, right, bottom] = link.box;
    const beside = Math.max(left - place.x, place.x - right, 0);
    const above = Math.max(top - place.y, place.y - bottom, 0);
    const isReached =
      beside <= Math.max(0, (target - (right - left)) / 2) &&
      above <= Math.max(0, (target - (bottom - top)) / 2);
    const far = Math.hypot(beside, above);
    if (isReached && far < least) [nearest, least] = [link, far];
  }
  return nearest;
}

/** The words a link lies on, to say what it is. */
export function wordsUnder(
  box: Box,
  words: readonly { readonly text: string; readonly box: Box }[],
): string {
  const [left, top, right, bottom] = box;
  return words
    .filter(({ box: [l, t, r, b] }) => {
      const [x, y] = [(l + r) / 2, (t + b) / 2];
      return x >= left && x <= right && y >= top && y <= bottom;
    })
    .map((word) => word.text)
    .join(" ");
}
