import type { LeftPage } from "../../meeting/left_ink.ts";
import { pageKey } from "../../protocol/page_key.ts";
import type { Visit } from "../doors.ts";

/** Marks on a page without a place that this seat may decide about; shared ones if it may write. */
export function marksLeft({ marks }: LeftPage, mayShare: boolean): number {
  return marks.notes + marks.collected + (mayShare ? marks.meeting : 0);
}

/** The pages with ink this seat may decide about, and how much there is on all of them. */
export function leftOf({ room, ink }: Visit): { pages: readonly LeftPage[]; count: number } {
  const mayShare = ink.mayShare.value;
  const pages = room.left.pages.value.filter((each) => marksLeft(each, mayShare) > 0);
  return { pages, count: pages.reduce((sum, each) => sum + marksLeft(each, mayShare), 0) };
}

/** The names under which notes of these pages are put away. */
export function leftNames(visit: Visit): readonly string[] {
  return leftOf(visit).pages.map((each) => `left ${pageKey(each.page)}`);
}
