import type { Words } from "../../words/ko.ts";

/** Why a page cannot be drawn, in a sentence; an unknown code gets the general one. */
export function pageTrouble(code: string, words: Words): string {
  const known: Record<string, string> = words.trouble;
  return known[code] ?? words.trouble.page_broken;
}
