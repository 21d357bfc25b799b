import type { Words } from "./ko.ts";
import { plural } from "./plural.ts";

/** The packet given out, kept on the tablet, and the time without a network, in English. */
export const offline: Words["offline"] = {
  publish: "Give out papers",
  publishAsk:
    "Members can read and write in the papers before the meeting too. They are kept on the tablets, also for the time without a network. Give them out?",
  recall: "Recall papers",
  recallAsk:
    "The papers vanish from the members' screens at once, and from their tablets. What members wrote stays. Recall them?",
  given: "Given out",
  givenHint: "Members can read the papers",
  notGiven: "Not given out",
  notGivenHint: "Members see the agenda alone",
  noStore: "Not kept on devices",
  noStoreHint: "No tablet keeps these papers: without a network they cannot be seen.",

  mayRead: "You can read the papers ahead",
  mayReadHint: "What you write now is still there when the meeting has begun.",
  read: "Read the papers",
  recalled: "The papers were recalled",
  recalledHint: "They appear here once the secretary gives them out again. Your notes are kept.",
  started: (when) => `Began at ${when}`,
  held: (when) => `Held at ${when}`,

  title: "Papers on this tablet",
  ready: "Ready for offline",
  readyAbout: (pages, size) => `${plural(pages, "page", "pages")} · ${size}`,
  readyHint: "You can read and write on when the network is gone.",
  withheld: (pages) =>
    `${plural(pages, "page", "pages")} may not be kept on devices and can be seen only while connected.`,
  fetching: "Putting the papers on this tablet",
  progress: (kept, of, size) => `${kept} of ${plural(of, "page", "pages")} · ${size}`,
  drawing: "It goes on as the service draws the pages.",
  paused: "Paused for a moment: the meeting comes first.",
  away: "It goes on once connected.",
  full: "Not enough storage",
  fullHint:
    "No more papers are kept, so that your notes are. Free some space on the tablet and try again.",
  none: "No papers are kept.",
  unable: "This browser cannot keep papers. Everything works while connected.",
  insecure:
    "At this address the screen cannot be opened again without a network. A screen that is open goes on.",
  keepAgain: "Keep on this tablet",
  remove: "Remove from this tablet",
  removeAsk: "Remove the papers kept on this tablet? What you wrote is not removed.",
  banner: "No connection · what you write is on this tablet",
  bannerFull: "Storage is full · new notes last only until this screen is closed",
};
