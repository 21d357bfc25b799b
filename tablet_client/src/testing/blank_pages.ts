// Pages without a picture of their own, where only the ink is measured.
import { TABLET } from "../pages/budget.ts";
import type { Pages } from "../pages/pages.ts";

/** Every page white, and there at once. */
export async function blankPages(): Promise<Pages> {
  const canvas = new OffscreenCanvas(1_240, 1_754);
  canvas.getContext("2d")?.fillRect(0, 0, 1, 1);
  const image = canvas.transferToImageBitmap();
  const nothing = () => undefined;
  return {
    budget: TABLET,
    thumb: async () => "",
    look: () => ({ kind: "ready", image }),
    source: () => undefined,
    standIn: () => null,
    want: nothing,
    openTiles: () => ({ bytes: TABLET.tileBytes, held: () => [], want: nothing, close: nothing }),
    changes: { value: 0 } as Pages["changes"],
    isBusy: () => false,
    forget: nothing,
    close: nothing,
  };
}
