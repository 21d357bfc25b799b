import { useEffect } from "preact/hooks";
import type { MountedSheet } from "../sheet_door.ts";
import { isForTheSheet } from "./use_page_keys.ts";
import { ZOOM_STEP } from "./zoom_step.ts";

/** How far an arrow moves a page that is near, in parts of the stage. */
const MOVE = 0.25;

/** Plus, minus and nought zoom; while the page is near the arrows move it instead of turning. */
export function useZoomKeys(sheet: MountedSheet | null): void {
  useEffect(() => {
    if (sheet === null) return;
    const look = (event: KeyboardEvent) => {
      if (!isForTheSheet(event)) return;
      if (pressed(sheet, event.key)) event.preventDefault();
    };
    // On its way down, before the arrows get to what turns pages.
    addEventListener("keydown", look, { capture: true });
    return () => removeEventListener("keydown", look, { capture: true });
  }, [sheet]);
}

function pressed(sheet: MountedSheet, key: string): boolean {
  const isNear = sheet.zoom.value > 1;
  switch (key) {
    case "+":
    case "=":
      sheet.zoomBy(ZOOM_STEP);
      return true;
    case "-":
      sheet.zoomBy(1 / ZOOM_STEP);
      return true;
    case "0":
      sheet.resetZoom();
      return true;
    case "ArrowLeft":
      if (isNear) sheet.moveBy(-MOVE, 0);
      return isNear;
    case "ArrowRight":
      if (isNear) sheet.moveBy(MOVE, 0);
      return isNear;
    case "ArrowUp":
      if (isNear) sheet.moveBy(0, -MOVE);
      return isNear;
    case "ArrowDown":
      if (isNear) sheet.moveBy(0, MOVE);
      return isNear;
    default:
      return false;
  }
}
