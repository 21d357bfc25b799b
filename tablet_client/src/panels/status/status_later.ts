import { lazily } from "../parts/lazily.tsx";

/** The status is for one person of a city hall: the other tablets never load it. */
export const statusLater = lazily(async () => (await import("./status_screen.tsx")).StatusScreen);
