import { lazily } from "../parts/lazily.tsx";

/** What was collected, in full; fetched when the secretary wants to read it. */
export const collectedLater = lazily(
  async () => (await import("./collected_dialog.tsx")).CollectedDialog,
);
