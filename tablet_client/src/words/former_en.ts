import type { Words } from "./ko.ts";
import { plural } from "./plural.ts";

/** Notes that a seat which is over did not send, in English. */
export const former: Words["former"] = {
  stay: (n) =>
    `${plural(n, "note that was not sent stays", "notes that were not sent stay")} on this tablet. Come into this meeting again on this tablet, under the same name, to take over what is left.`,
  left: (n) =>
    n === 1
      ? "1 note on this tablet was not sent. It was written earlier under the same name."
      : `${plural(n, "note", "notes")} on this tablet were not sent. They were written earlier under the same name.`,
  takeOver: "Take over",
  taken: (n) => `${plural(n, "note was", "notes were")} taken over.`,
  throwAway: "Throw away",
  throwAwayAsk: (n) =>
    `${plural(n, "note is", "notes are")} deleted from this tablet. This cannot be undone. Throw away?`,
  thrownAway: "Thrown away.",
  unable: "That cannot be done just now. The notes are still here.",
};
