import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type { PageRef } from "../protocol/messages.ts";
import { samePage } from "../protocol/page_key.ts";

/** As many as one remembers having been on. */
const MOST = 10;

/** A page looked at this long was read, and not leafed past. */
const READ_MS = 2_000;

/** The pages a reader was on, the latest first. */
export interface Recent {
  readonly pages: ReadonlySignal<readonly PageRef[]>;
  close(): void;
}

/** What recent pages are made of; `keep` remembers them on this tablet. */
export interface RecentParts {
  readonly shown: ReadonlySignal<PageRef | null>;
  readonly later: (milliseconds: number, act: () => void) => () => void;
  readonly kept: readonly PageRef[];
  readonly keep: (pages: readonly PageRef[]) => void;
}

/** Remembers where this tablet was, for its reader alone. */
export function openRecent({ shown, later, kept, keep }: RecentParts): Recent {
  const pages = signal<readonly PageRef[]>(kept.slice(0, MOST));
  const close = effect(() => {
    const page = shown.value;
    if (page === null) return undefined;
    return later(READ_MS, () => {
      pages.value = withPage(
        untracked(() => pages.value),
        page,
      );
      keep(pages.peek());
    });
  });
  return { pages, close };
}

/** The list with a page in front, each page once. */
export function withPage(pages: readonly PageRef[], page: PageRef): readonly PageRef[] {
  return [page, ...pages.filter((each) => !samePage(each, page))].slice(0, MOST);
}
