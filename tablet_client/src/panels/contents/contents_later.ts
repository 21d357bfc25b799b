import { lazily } from "../parts/lazily.tsx";

/** The papers' contents, fetched when somebody wants to see them. */
export const contentsLater = lazily(async () => (await import("./contents_list.tsx")).ContentsList);
