import type { Words } from "./ko.ts";
import { plural } from "./plural.ts";

/** The secretary's desk, in English. */
export const desk: Words["desk"] = {
  list: "All meetings",
  editMeeting: "Edit the meeting",
  summary: (people, items, pages) =>
    `${plural(people, "participant", "participants")} · ${plural(items, "item", "items")} · ${plural(pages, "page", "pages")}`,
  open: "Open the meeting",
  openAsk: "Open the meeting? The papers appear on every tablet.",
  close: "End the meeting",
  closeAsk: "End the meeting? Papers and notes stay; turning pages and shared writing end.",
  reopen: "Open again",
  preview: "See it as a member",
  drop: "Drop PDF files here or",
  pick: "choose files",
  dropAfter: "each goes to the item its name fits",
  placed: (name, item) => `“${name}” goes under “${item}”.`,
  placedMany: (count, items) =>
    `${plural(count, "file goes", "files go")} under ${plural(items, "item", "items")}.`,
  unmatched: (count, item) =>
    `${plural(count, "file", "files")} fitted no item by name and went under “${item}”. You can move them.`,
  addItem: "Add an item",
  itemTitle: "Title of the item",
  department: "Department",
  reporter: "Reporter",
  plannedMinutes: "Planned minutes",
  titleMissing: "Give the item a title.",
  editItem: (title) => `Edit item “${title}”`,
  removeItem: (title) => `Remove item “${title}”`,
  removeItemAsk: (title, documents) =>
    documents === 0
      ? `Remove “${title}”? This cannot be undone.`
      : `Remove “${title}” and its ${plural(documents, "document", "documents")}? This cannot be undone.`,
  dragItem: (title) => `Drag item “${title}”`,
  itemUp: (title) => `Move item “${title}” up`,
  itemDown: (title) => `Move item “${title}” down`,
  upload: "Upload",
  uploadTo: (title) => `Upload papers under “${title}”`,
  noItems: "No agenda items yet",
  noItemsHint: "Write an item, then drop PDFs onto it.",
  ready: "Ready",
  drawing: (done, all) => `${done} / ${all} pages`,
  drawingLabel: (name) => `Drawing the pages of “${name}”`,
  sending: (sent, all) => `${sent} / ${all}`,
  sendingLabel: (name) => `Uploading “${name}”`,
  waiting: "Waiting its turn",
  checking: "Checking the file",
  view: (name) => `Look at “${name}”`,
  actions: (name) => `What to do with “${name}”`,
  rename: "Rename",
  renameLabel: "Name of the document",
  moveTo: "Move to another item",
  removeDocument: "Remove",
  removeDocumentAsk: (name) => `Remove “${name}”? This cannot be undone.`,
  uploadAgain: "Upload again",
  password: "Password of the file",
  passwordSend: "Open with it",
  dismiss: "Take off the list",
  failedPages: (count) => `${plural(count, "page", "pages")} could not be drawn`,
  failedPage: (page) => `Page ${page}`,
  retryPage: "Draw again",
  carries: (what) =>
    `This file brings more than pages: ${what.join(", ")}. None of it is run or opened, only the pages are shown.`,
  carried: {
    javascript: "scripts (JavaScript)",
    launch: "commands that start programs",
    embedded_files: "attached files",
    remote: "references to outside files or addresses",
    multimedia: "sound, video or 3D",
    form_sending: "forms that are sent",
  },
  reduced: (pages) => `Too heavy, so drawn at half the size: ${pages}. A closer look is sharp.`,
  scanned: (pages) =>
    `Pictures without text (scans): ${pages}. They can be neither searched nor read aloud.`,
};
