import type { Words } from "./ko.ts";
import { plural } from "./plural.ts";

const number = (n: number) => n.toLocaleString("en-GB");

/** How the service is, for the person who runs it, in English. */
export const status: Words["status"] = {
  title: "Service status",
  back: "Meetings",
  well: "All is well",
  worthALook: (n) => `${plural(n, "thing", "things")} worth a look`,
  running: (since, lasted) => `Running since ${since}, for ${lasted}`,
  version: (version) => `Hanjang ${version}`,
  refreshed: "Read anew every 2 seconds",
  silent: (when) => `The server does not answer. Below is what it said at ${when}. Still asking.`,
  good: "Good",
  look: "Look",

  seconds: (n) => `${n} s`,
  minutes: (n) => `${n} min`,
  hours: (h, m) => (m === 0 ? `${h} h` : `${h} h ${m} min`),
  days: (d, h) => (h === 0 ? plural(d, "day", "days") : `${plural(d, "day", "days")} ${h} h`),
  ago: (lasted) => `${lasted} ago`,

  meetings: "Meetings with tablets in them",
  noMeetings: "No tablet is in a meeting now.",
  moreMeetings: (n) => `${number(n)} more`,
  tablets: "Tablets",
  tabletCount: (n) => number(n),
  following: "Following",
  entries: "Log",
  entryCount: (n) => `entry ${number(n)}`,
  lastTurn: "Last turn",
  noTurn: "none yet",

  numbers: "Numbers now",
  connected: "Tablets connected",
  lagging: (n) =>
    n === 0 ? "Nothing waits for any of them" : `${plural(n, "tablet lags", "tablets lag")} behind`,
  fanOut: "Sending to everyone takes",
  commit: "Writing to disk takes",
  lag: "The server moves late by",
  worst: (took, minutes) => `At worst ${took} in the last ${minutes} minutes`,
  nothingYet: "Nothing yet",
  nothingLately: (minutes) => `Nothing happened in the last ${minutes} minutes`,
  toDraw: "Pages to draw",
  drawing: (n) => plural(n, "page", "pages"),
  allDrawn: "All are drawn",
  stillDrawing: "They are drawn one after another",
  disk: "Disk left",
  diskOf: (total) => `of ${total}`,
  memory: "Memory in use",
  memoryLeft: (available) => `${available} left on this machine`,
  unknown: "Unknown",

  closed: (minutes) => `Tablets that left in the last ${minutes} minutes`,
  nobodyClosed: "None left.",
  closes: {
    slow: "Too slow to keep up, let go for a moment (comes back by itself)",
    busy: "Storage was busy, let go for a moment (comes back by itself)",
    flooding: "Sent too much, let go for a moment",
    hello_late: "Connected but never said hello",
    malformed: "Sent something unknown",
    oversized: "Sent something too large",
    unauthorised: "Came with a wrong link",
    expired: "The link has passed its time",
    revoked: "The link was taken back",
    elsewhere: "Has a seat in another meeting",
    outdated: "An old screen, told to load anew",
    foreign: "Came from another site, kept out",
    ended: "Closed the screen",
    away: "Went to another screen",
    lost: "Gone without a word (Wi-Fi, battery)",
    failed: "A fault of the server (its log says why)",
    other: "Another reason",
  },

  attention: {
    stopping: {
      what: "The service is stopping",
      doThis: "Once it is started again, tablets come back by themselves.",
    },
    storage_read: {
      what: "Storage cannot be read",
      doThis: "Check that the disk with the data folder is connected.",
    },
    storage_write: {
      what: "Storage cannot be written",
      doThis: "Check whether the disk is full or read-only. Writing and turning pages stop.",
    },
    drawing: {
      what: "The processes that draw pages do not start",
      doThis: "Pages already drawn are shown. Check memory and the limit of processes.",
    },
    disk_low: {
      what: "The disk is almost full",
      doThis: "Less than 2 GB is left. Make room before new papers are uploaded.",
    },
    memory_low: {
      what: "Memory is almost used up",
      doThis: "Less than 512 MB is left. Close other programs on this machine.",
    },
    commit_slow: {
      what: "Writing to disk takes long",
      doThis: "Turns feel late. Check whether something else uses the disk, such as a backup.",
    },
    fan_out_slow: {
      what: "Sending to everyone takes long",
      doThis: "Check whether other programs on this machine use the processor.",
    },
    loop_late: {
      what: "The server cannot keep up with its work",
      doThis: "Check whether other programs on this machine use the processor.",
    },
    tablets_slow: {
      what: "Several tablets are too slow to keep up",
      doThis: "Check the room's Wi-Fi. The tablets come back by themselves.",
    },
  },
};
