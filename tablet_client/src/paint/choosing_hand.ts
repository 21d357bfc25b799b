import type { Choosing } from "../ink/choosing.ts";
import type { SheetMark } from "../meeting/room.ts";
import type { Chosen } from "./chosen_paint.ts";

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A hand that strayed less than this meant one place: 0.8 % of the page's width. */
const STRAY = 80;

/** Points of a loop nearer than this say nothing. */
const NEAR = 25;

const NOWHERE: Place = { x: 0, y: 0 };
const NO_MARKS: readonly SheetMark[] = [];

/** The hand with the lasso: goes around marks, or takes hold of those it has and moves them. */
export class ChoosingHand {
  readonly #choosing: Choosing;
  #from: Place | null = null;
  #path: Place[] = [];
  #holds = false;
  #by = NOWHERE;

  constructor(choosing: Choosing) {
    this.#choosing = choosing;
  }

  /** What is to be painted of it; null for nothing. */
  get chosen(): Chosen | null {
    const box = this.#choosing.box.value;
    if (box === null && this.#path.length === 0) return null;
    const carried = this.isMoving ? this.#choosing.marks.value : NO_MARKS;
    return { path: [...this.#path], box, carried, by: this.#by };
  }

  /** Whether marks are on their way: where they stood they are not shown. */
  get isMoving(): boolean {
    return this.#holds && this.#by !== NOWHERE;
  }

  begin(at: Place): void {
    this.#from = at;
    this.#by = NOWHERE;
    const box = this.#choosing.box.value;
    const isInside =
      box !== null &&
      at.x >= box.left - STRAY &&
      at.x <= box.right + STRAY &&
      at.y >= box.top - STRAY &&
      at.y <= box.bottom + STRAY;
    this.#holds = isInside;
    this.#path = isInside ? [] : [at];
  }

  go(at: Place): void {
    const from = this.#from;
    if (from === null) return;
    const by = { x: at.x - from.x, y: at.y - from.y };
    if (this.#holds) {
      if (this.isMoving || Math.hypot(by.x, by.y) > STRAY) this.#by = by;
      return;
    }
    const last = this.#path.at(-1) ?? from;
    if (Math.hypot(at.x - last.x, at.y - last.y) >= NEAR) this.#path.push(at);
  }

  finish(): void {
    const [from, path, by, moving] = [this.#from, this.#path, this.#by, this.isMoving];
    this.abandon();
    if (from === null) return;
    if (moving) this.#choosing.move(by.x, by.y);
    else if (isOnePlace(path, from)) {
      // A tap takes what lies there; beside everything it lets go.
      if (!this.#choosing.at(from)) this.#choosing.none();
    } else this.#choosing.loop(path);
  }

  abandon(): void {
    this.#from = null;
    this.#path = [];
    this.#holds = false;
    this.#by = NOWHERE;
  }
}

/** Whether the hand never left the place it came down at. */
function isOnePlace(path: readonly Place[], from: Place): boolean {
  return path.every((at) => Math.hypot(at.x - from.x, at.y - from.y) <= STRAY);
}
