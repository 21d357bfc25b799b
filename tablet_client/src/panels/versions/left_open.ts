import { signal } from "@preact/signals";
import { lazily } from "../parts/lazily.tsx";

/** Whether ink without a place is looked through; a note on the stage and the menu open it. */
export const leftOpen = signal(false);

/** The screen for it, fetched when it is needed: most meetings never do. */
export const leftInkLater = lazily(
  async () => (await import("./left_ink_dialog.tsx")).LeftInkDialog,
);
