import type { PageRef } from "./messages.ts";

/** The page as a key, for example `"d7.1.12"`; `model.page_key` of the service makes the same. */
export function pageKey(page: PageRef): string {
  return `${page.document_id}.${page.version}.${page.page}`;
}

/** Whether both name the same page of the same version, or both name none. */
export function samePage(one: PageRef | null, other: PageRef | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.page === other.page &&
    one.document_id === other.document_id &&
    one.version === other.version
  );
}
