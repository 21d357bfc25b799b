import type { Gestures } from "./gestures.ts";
import { listenToWheel, type MouseMeanings, touchOf } from "./pointers.ts";

/**
 * Leads fingers on an element over the sheet to the same gestures; the returned function stops it.
 *
 * The element is there to select text in: mice and pens are left to the browser, and so is a
 * finger from the moment it selects.
 */
export function lendTo(
  over: HTMLElement,
  host: HTMLElement,
  gestures: Gestures,
  mouse: MouseMeanings,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const fingers = new Map<number, PointerEvent>();
  const isFinger = (event: PointerEvent) => event.pointerType === "touch";
  over.addEventListener(
    "pointerdown",
    (event) => {
      if (!isFinger(event)) return;
      fingers.set(event.pointerId, event);
      gestures.down(touchOf(event, host));
    },
    { signal },
  );
  over.addEventListener(
    "pointermove",
    (event) => {
      if (fingers.has(event.pointerId)) gestures.move(touchOf(event, host));
    },
    { signal },
  );
  over.addEventListener(
    "pointerup",
    (event) => {
      if (fingers.delete(event.pointerId)) gestures.up(touchOf(event, host));
    },
    { signal },
  );
  over.addEventListener(
    "pointercancel",
    (event) => {
      if (fingers.delete(event.pointerId)) gestures.cancel(touchOf(event, host));
    },
    { signal },
  );
  over.addEventListener(
    "selectstart",
    () => {
      for (const event of fingers.values()) gestures.cancel(touchOf(event, host));
      fingers.clear();
    },
    { signal },
  );
  listenToWheel(over, host, mouse, signal);
  return () => stop.abort();
}
