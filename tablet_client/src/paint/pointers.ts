import type { Gestures, PointerKind, Touch } from "./gestures.ts";

/** What the sheet does with a mouse that is not down. */
export interface MouseMeanings {
  hover(at: { x: number; y: number }): void;
  leave(): void;
  wheel(dx: number, dy: number): void;
  zoomWheel(factor: number, at: { x: number; y: number }): void;
}

/** The pen's eraser end (32) and the button on its side (2), in `buttons`. */
const ERASER_BUTTONS = 32 | 2;

/** How much one wheel notch (100) zooms: a fifth. */
const WHEEL_ZOOM = 0.002;

/** CSS pixels a line: some browsers tell a wheel's way in lines. */
const LINE = 16;

/** Hands an element's pointers to the gestures; the returned function stops it. */
export function listenTo(host: HTMLElement, gestures: Gestures, mouse: MouseMeanings): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const touch = (event: PointerEvent) => touchOf(event, host);
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    act: (event: HTMLElementEventMap[K]) => void,
  ) => host.addEventListener(type, act, { signal, passive: false });

  on("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    host.setPointerCapture(event.pointerId);
    gestures.down(touch(event));
    event.preventDefault();
  });
  on("pointermove", (event) => {
    if (event.buttons === 0 && event.pointerType !== "touch") {
      if (event.pointerType === "pen") gestures.near(touch(event));
      mouse.hover(touch(event));
      return;
    }
    // A fast pen reports several places a frame; all of them belong to the line.
    const whole = event.getCoalescedEvents?.() ?? [];
    for (const each of whole.length > 0 ? whole : [event]) gestures.move(touch(each));
    gestures.foresee(touch(event), (event.getPredictedEvents?.() ?? []).map(touch));
  });
  on("pointerup", (event) => gestures.up(touch(event)));
  on("pointercancel", (event) => gestures.cancel(touch(event)));
  on("pointerleave", () => mouse.leave());
  listenToWheel(host, host, mouse, signal);
  // Without these iPadOS takes fast pen strokes for its handwriting input, and long presses
  // for its menus.
  on("touchstart", (event) => event.preventDefault());
  on("touchmove", (event) => event.preventDefault());
  on("contextmenu", (event) => event.preventDefault());
  return () => stop.abort();
}

/** Leads the wheel over an element to the look; places are those on the host. */
export function listenToWheel(
  over: HTMLElement,
  host: HTMLElement,
  mouse: MouseMeanings,
  signal: AbortSignal,
): void {
  over.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const at = touchOf(event, host);
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
      const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
      if (event.ctrlKey) mouse.zoomWheel(Math.exp(-dy * WHEEL_ZOOM), at);
      else mouse.wheel(dx, dy);
    },
    { signal, passive: false },
  );
}

/** A pointer's report as the gestures take it, placed on the host whatever it touched. */
export function touchOf(event: MouseEvent, host: HTMLElement): Touch {
  const box = host.getBoundingClientRect();
  const pointer = event instanceof PointerEvent ? event : null;
  const kind = (pointer?.pointerType ?? "mouse") as PointerKind;
  return {
    id: pointer?.pointerId ?? 0,
    kind,
    x: event.clientX - box.left,
    y: event.clientY - box.top,
    at: event.timeStamp,
    contact: kind === "touch" ? Math.max(pointer?.width ?? 0, pointer?.height ?? 0) : 0,
    // Only a pen knows how hard it is pressed; a constant means "take it from the speed".
    pressure: kind === "pen" ? (pointer?.pressure ?? 0.5) * 255 : 128,
    eraser: kind === "pen" && (event.buttons & ERASER_BUTTONS) !== 0,
  };
}
