import type { Placement } from "./view.ts";

/** More than this a frame is a hand on its way, not one that looks: a pinch, a flung page. */
const FAST_ZOOM = 1.02;
const FAST_PIXELS = 24;

/** Frames after which a page that lay still is taken to stay. */
const STILL_FRAMES = 4;

/** Whether a page is looked at or is on its way; asked once a frame, it needs no clock. */
export class Steadiness {
  #before: Placement | null = null;
  #page = "";
  #still = STILL_FRAMES;

  /** Whether the page lies still, or moves so slowly that it is read meanwhile. */
  frame(page: string, placement: Placement): boolean {
    const before = this.#page === page ? this.#before : null;
    this.#page = page;
    this.#before = placement;
    if (before === null) this.#still = STILL_FRAMES;
    else this.#still = isFast(before, placement) ? 0 : this.#still + 1;
    return this.#still >= STILL_FRAMES;
  }
}

function isFast(before: Placement, now: Placement): boolean {
  const grown = Math.max(before.scale / now.scale, now.scale / before.scale);
  const gone = Math.hypot(now.left - before.left, now.top - before.top);
  return grown > FAST_ZOOM || (grown === 1 && gone > FAST_PIXELS);
}
