import type { PageText } from "../../reading/answers.ts";
import type { Look } from "../../reading/kept_answers.ts";
import type { Words } from "../../words/ko.ts";

/** What there is to say about a page's words besides themselves; null when they say it all. */
export function textNote(look: Look<PageText> | null, w: Words["reading"]): string | null {
  if (look === null || look.kind === "waiting") return w.waiting;
  if (look.kind === "refused" || look.value.unreadable) return w.unreadable;
  const { scanned, cut, boxes } = look.value;
  if (scanned) return w.scanned;
  if (boxes.length === 0) return w.empty;
  return cut ? w.cut : null;
}
