import { lazily } from "../parts/lazily.tsx";

/** The secretary's screens: no tablet in the room ever loads them. */
export const deskLater = lazily(async () => (await import("./seated.tsx")).SeatedDesk);
export const meetingsLater = lazily(async () => (await import("./seated.tsx")).SeatedMeetings);
