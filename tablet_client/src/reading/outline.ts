import type { Chapter } from "./answers.ts";

/** A chapter with those under it. */
export interface Branch {
  readonly chapter: Chapter;
  readonly under: readonly Branch[];
}

/** The outline as a tree; a level that was left out counts as the next one. */
export function branchesOf(outline: readonly Chapter[]): readonly Branch[] {
  const roots: Branch[] = [];
  const open: { level: number; under: Branch[] }[] = [{ level: 0, under: roots }];
  for (const chapter of outline) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= chapter.level) open.pop();
    const under: Branch[] = [];
    open.at(-1)?.under.push({ chapter, under });
    open.push({ level: chapter.level, under });
  }
  return roots;
}

/**
 * The chapter a reader of this page is in, or null before the first.
 *
 * The one that begins nearest before; of those that begin on the same page the last, which
 * is the deepest.
 */
export function chapterAt(outline: readonly Chapter[], page: number): Chapter | null {
  let at: Chapter | null = null;
  for (const chapter of outline) {
    if (chapter.page === null || chapter.page > page) continue;
    if (at === null || chapter.page >= (at.page ?? 0)) at = chapter;
  }
  return at;
}
