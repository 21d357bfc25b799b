/** What touches the sheet. */
export type PointerKind = "pen" | "touch" | "mouse";

/** One report of a pointer: place on the stage in CSS pixels, time in milliseconds. */
export interface Touch {
  readonly id: number;
  readonly kind: PointerKind;
  readonly x: number;
  readonly y: number;
  readonly at: number;
  /** 0 to 255; always the same for what cannot feel it. */
  readonly pressure: number;
  /** The pen's other end, or the button on its side. */
  readonly eraser: boolean;
  /** How wide the skin lies on the glass, in CSS pixels; 0 where that is not known. */
  readonly contact: number;
}

/** What gestures mean; the sheet does it. */
export interface Meanings {
  /** Whether the tool in hand leaves ink, erases or points, rather than moves the page. */
  isToolInHand(): boolean;
  isZoomed(): boolean;
  stageWidth(): number;
  begin(touch: Touch): void;
  go(touch: Touch): void;
  /** All of an event's reports are told: where the tool is expected next, most often nowhere. */
  foresee(touches: readonly Touch[]): void;
  /** Whether a finger leaves ink with a tool in hand. */
  fingersWrite(): boolean;
  /** A pen is near the glass. */
  penSeen(): void;
  end(): void;
  /** What was begun was no stroke: a second finger came, or the system took the pointer. */
  abandon(): void;
  pan(dx: number, dy: number): void;
  pinch(factor: number, at: { x: number; y: number }, dx: number, dy: number): void;
  /** Whether a tap meant what lies there; then it neither turns the page nor counts for two. */
  tap(at: { x: number; y: number }): boolean;
  /** A place was tapped twice. */
  toggle(at: { x: number; y: number }): void;
  step(by: 1 | -1): void;
}

/** A finger that strayed less is a tap, in CSS pixels. */
const TAP_SLOP = 10;
const TAP_MS = 400;

/** Two taps this close in time and place (ms, CSS pixels) are one double tap. */
const TWICE_MS = 350;
const TWICE_SLOP = 30;

/** A swipe is at least this long, in CSS pixels, and flatter than 34 degrees. */
const SWIPE = 40;
const FLATNESS = 1.5;

/** The outer quarters of the sheet turn the page when tapped, at once: none waits for a second tap. */
const EDGE = 0.25;

/** A second finger this soon after the first means that both were meant to pinch. */
const PINCH_MS = 200;

/** Skin this wide on the glass is a palm or the side of a hand, in CSS pixels; a thumb has 45. */
const PALM = 64;

/** A pen is still about this long after it was near the glass: what touches then is its hand. */
const PEN_ABOUT_MS = 300;

type Mode = "idle" | "tool" | "finger" | "pinch" | "spent";

/**
 * Pointers to meanings; knows no page and no canvas.
 *
 * A pen always writes. A finger writes with a tool in hand where fingers may; else it moves
 * the page. The hand that holds a pen means nothing: what touches while the pen is down or
 * near, and what lies on the glass as wide as a palm.
 */
export class Gestures {
  readonly #meanings: Meanings;
  readonly #down = new Map<number, Touch>();
  #mode: Mode = "idle";
  #first: Touch | null = null;
  /** When the pen was last near. */
  #penAt = Number.NEGATIVE_INFINITY;
  #tapped: Touch | null = null;

  constructor(meanings: Meanings) {
    this.#meanings = meanings;
  }

  down(touch: Touch): void {
    if (touch.kind === "pen") {
      this.near(touch);
      // Whatever lay on the sheet before the pen was a palm.
      if (this.#mode === "tool") this.#meanings.abandon();
      this.#down.clear();
      this.#begin("tool", touch);
      return;
    }
    if (this.#isPalm(touch)) return;
    if (this.#mode === "idle") {
      this.#begin(this.#writes(touch) ? "tool" : "finger", touch);
      return;
    }
    const first = this.#first;
    if (first === null || first.kind !== "touch" || this.#down.size !== 1) return;
    const isYoung = touch.at - first.at < PINCH_MS;
    if (this.#mode === "finger" || (this.#mode === "tool" && isYoung)) {
      if (this.#mode === "tool") this.#meanings.abandon();
      this.#down.set(touch.id, touch);
      this.#mode = "pinch";
    }
  }

  /** A pen is over the glass, or on it. */
  near(touch: Touch): void {
    this.#penAt = touch.at;
    this.#meanings.penSeen();
  }

  move(touch: Touch): void {
    const before = this.#down.get(touch.id);
    if (before === undefined) return;
    if (touch.kind === "pen") this.#penAt = touch.at;
    if (this.#mode === "tool" && touch.contact > PALM) {
      // It came down on its edge and has settled: a palm after all.
      this.#meanings.abandon();
      this.#mode = "spent";
    }
    if (this.#mode === "tool") this.#meanings.go(touch);
    if (this.#mode === "pinch") this.#pinch(before, touch);
    if (this.#mode === "finger" && this.#meanings.isZoomed() && !this.#isTap(touch)) {
      this.#meanings.pan(touch.x - before.x, touch.y - before.y);
    }
    this.#down.set(touch.id, touch);
  }

  /** Where the pointer that writes is expected next, once its event's reports were all told. */
  foresee(touch: Touch, ahead: readonly Touch[]): void {
    if (this.#mode === "tool" && this.#down.has(touch.id)) this.#meanings.foresee(ahead);
  }

  up(touch: Touch): void {
    if (touch.kind === "pen") this.#penAt = touch.at;
    if (!this.#down.delete(touch.id)) return;
    if (this.#mode === "tool") this.#meanings.end();
    if (this.#mode === "finger") this.#released(touch);
    this.#leave();
  }

  /** The system took the pointer. A pen's line stays: it was meant; a finger's does not. */
  cancel(touch: Touch): void {
    if (!this.#down.delete(touch.id)) return;
    if (this.#mode === "tool") {
      if (touch.kind === "pen") this.#meanings.end();
      else this.#meanings.abandon();
    }
    this.#leave();
  }

  #begin(mode: Mode, touch: Touch): void {
    this.#mode = mode;
    this.#first = touch;
    this.#down.set(touch.id, touch);
    if (mode === "tool") this.#meanings.begin(touch);
  }

  #writes(touch: Touch): boolean {
    if (!this.#meanings.isToolInHand()) return false;
    return touch.kind !== "touch" || this.#meanings.fingersWrite();
  }

  #isPalm(touch: Touch): boolean {
    if (touch.kind !== "touch") return false;
    return touch.contact > PALM || touch.at - this.#penAt < PEN_ABOUT_MS;
  }

  #isTap(touch: Touch): boolean {
    const first = this.#first;
    return first !== null && Math.hypot(touch.x - first.x, touch.y - first.y) < TAP_SLOP;
  }

  #pinch(before: Touch, now: Touch): void {
    const other = [...this.#down.values()].find((each) => each.id !== now.id);
    if (other === undefined) return;
    const apart = (one: Touch) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
    const at = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    const [dx, dy] = [(now.x - before.x) / 2, (now.y - before.y) / 2];
    this.#meanings.pinch(apart(now) / apart(before), at, dx, dy);
  }

  #released(touch: Touch): void {
    const first = this.#first;
    if (first === null) return;
    const [dx, dy] = [touch.x - first.x, touch.y - first.y];
    if (this.#isTap(touch)) {
      if (touch.at - first.at > TAP_MS) return;
      if (this.#meanings.tap({ x: touch.x, y: touch.y })) return;
      const place = touch.x / this.#meanings.stageWidth();
      if (place < EDGE) this.#meanings.step(-1);
      else if (place > 1 - EDGE) this.#meanings.step(1);
      else this.#tap(touch);
    } else if (!this.#meanings.isZoomed() && Math.abs(dx) >= SWIPE) {
      if (Math.abs(dx) > FLATNESS * Math.abs(dy)) this.#meanings.step(dx < 0 ? 1 : -1);
    }
  }

  #tap(touch: Touch): void {
    const before = this.#tapped;
    const isSecond =
      before !== null &&
      touch.at - before.at < TWICE_MS &&
      Math.hypot(touch.x - before.x, touch.y - before.y) < TWICE_SLOP;
    // A third tap begins anew, or it would take back what the second did.
    this.#tapped = isSecond ? null : touch;
    if (isSecond) this.#meanings.toggle({ x: touch.x, y: touch.y });
  }

  /** After a pinch the finger that is left means nothing until it is lifted too. */
  #leave(): void {
    this.#mode = this.#down.size === 0 ? "idle" : "spent";
  }
}
