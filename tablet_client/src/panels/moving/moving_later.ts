import { lazily } from "../parts/lazily.tsx";

/** What a seat needs to go on with another tablet, on both sides; seldom asked for. */
export const offerLater = lazily(async () => (await import("./offer_dialog.tsx")).OfferDialog);
export const moveLater = lazily(async () => (await import("./move_screen.tsx")).MoveScreen);
