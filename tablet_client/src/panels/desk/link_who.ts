import { words } from "../../words/words.ts";
import type { JoinLink } from "../doors.ts";

/** Whom a link lets in: "참석자", or "발표자 · 김유성 과장" when it has a name of its own. */
export function linkWho({ role, name }: JoinLink): string {
  return [words.value.roles[role], name].filter(Boolean).join(" · ");
}
