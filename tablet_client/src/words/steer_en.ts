import type { Words } from "./ko.ts";

/** Leading together, in English. */
export const steer: Words["steer"] = {
  title: "Lead",
  request: "Ask to present",
  takeBack: "Withdraw request",
  requested: "You asked to present. Whoever leads sees your name.",
  requests: (n) => `Asking to present: ${n}`,
  requestOf: (name) => `${name} asks to present`,
  give: "Hand over",
  giveTo: (name) => `Hand over the lead to ${name}`,
  decline: "Decline",
  declineOf: (name) => `Decline the request of ${name}`,
  lost: (seconds) => `The presenter's connection is lost. Waiting ${seconds} s for it.`,
  lostLong: "The presenter's connection is lost. Somebody else may carry on.",
  takeUp: "Carry on presenting",
  following: "Turning pages",
  modes: { suggest: "Suggest", follow: "Follow", hold: "Hold" },
  modeHints: {
    suggest: "The presenter's page is only told; everyone turns for themselves.",
    follow: "Everyone turns with the presenter and may read elsewhere.",
    hold: "Everyone stays on the presenter's page and cannot turn alone.",
  },
  offered: (page) => `Presenter: page ${page}`,
  offeredGo: "tap to go there",
  held: "Pages are held with the presenter, so you cannot turn alone",
  receipts: (all, reached, page) =>
    page === null ? `${reached} of ${all} are with you` : `${reached} of ${all} on page ${page}`,
  receiptsShow: "Show who is not",
  everybody: "Everyone sees the same page.",
  away: "disconnected",
  marks: { embargo: "Embargo", closed: "Closed" },
  markHints: {
    embargo: "Members cannot see the papers until the item is opened.",
    closed: "Observers and the wall see neither its title nor its papers.",
  },
  stillVeiled: "Still hidden from the members",
  openItem: "Open the item",
  openItemOf: (title) => `Open the item: “${title}” is shown to everyone`,
  opened: (title) => `“${title}” is open`,
  closedItem: "Closed item",
  veiled: {
    embargo: "The papers of this item are not released yet",
    closed: "This item is closed",
  },
  veiledHints: {
    embargo: "They appear here by themselves once released.",
    closed: "You are back with everyone at the next item.",
  },
};
