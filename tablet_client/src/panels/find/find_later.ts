import { lazily } from "../parts/lazily.tsx";

/** The search's panel, fetched once the room stands. */
export const findLater = lazily(async () => (await import("./find_panel.tsx")).FindPanel);
