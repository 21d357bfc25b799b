import { CLOSE } from "../../protocol/messages.ts";
import type { Words } from "../../words/ko.ts";
import type { IconName } from "../parts/icon_paths.ts";

/** Why the service said to stay away, in words, and whether loading the page again helps. */
export interface EndedWords {
  icon: IconName;
  title: string;
  hint: string;
  reload: boolean;
}

/** The words of a close code; an unknown one is told as a screen that does not match. */
export function endedWords(code: number, w: Words["ended"]): EndedWords {
  switch (code) {
    case CLOSE.UNAUTHORISED:
      return { icon: "lock", title: w.unauthorised, hint: w.unauthorisedHint, reload: false };
    case CLOSE.EXPIRED:
      return { icon: "clock", title: w.expired, hint: w.expiredHint, reload: false };
    case CLOSE.REVOKED:
      return { icon: "link", title: w.revoked, hint: w.revokedHint, reload: false };
    case CLOSE.ELSEWHERE:
      return { icon: "leave", title: w.elsewhere, hint: w.elsewhereHint, reload: false };
    case CLOSE.OUTDATED:
      return { icon: "sheet", title: w.outdated, hint: w.outdatedHint, reload: true };
    case CLOSE.FOREIGN:
      return { icon: "link", title: w.foreign, hint: w.foreignHint, reload: false };
    default:
      return { icon: "warning", title: w.bad, hint: w.badHint, reload: true };
  }
}
