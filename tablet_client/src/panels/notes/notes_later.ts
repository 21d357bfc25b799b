import { lazily } from "../parts/lazily.tsx";

/** The list of one's own notes, fetched when somebody wants to see it. */
export const notesLater = lazily(async () => (await import("./notes_tab.tsx")).NotesTab);
