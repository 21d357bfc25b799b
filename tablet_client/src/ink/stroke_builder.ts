import {
  type Colour,
  MAX_POINTS,
  type PageRef,
  type Stroke,
  type Tool,
} from "../protocol/messages.ts";
import { type InkPoint, pack } from "./geometry.ts";

/** Points nearer than this to the last one say nothing: 0.06 % of the page's width. */
const NEAR = 6;

/** The wire's bounds of a place on a page. */
const LEAST = -20_000;
const MOST = 1_000_000;

/** What a stroke is drawn with, and where. */
export interface StrokeLook {
  readonly page: PageRef;
  readonly tool: Tool;
  readonly colour: Colour;
  readonly width: number;
}

/** A stroke while the hand draws it: thins its points, and parts a line that grows too long. */
export class StrokeBuilder {
  readonly look: StrokeLook;
  readonly #makeId: () => string;
  readonly #most: number;
  #id: string;
  #points: InkPoint[] = [];

  constructor(look: StrokeLook, makeId: () => string, most: number = MAX_POINTS) {
    this.look = look;
    this.#makeId = makeId;
    this.#most = most;
    this.#id = makeId();
  }

  get id(): string {
    return this.#id;
  }

  /** What stands so far; the array is the builder's own. */
  get points(): readonly InkPoint[] {
    return this.#points;
  }

  /**
   * Adds a point as the pen gave it. Gives back a finished stroke when the line has reached
   * its longest: it goes on as a new one from the same point, so no gap shows.
   */
  add(place: { x: number; y: number; pressure: number }): Stroke | null {
    const point = rounded(place);
    const last = this.#points.at(-1);
    if (last !== undefined && Math.hypot(point.x - last.x, point.y - last.y) < NEAR) return null;
    this.#points.push(point);
    if (this.#points.length < this.#most) return null;
    const full = this.finish();
    this.#id = this.#makeId();
    this.#points = [point];
    return full;
  }

  /** The stroke as it stands; null when nothing was drawn. */
  finish(): Stroke | null {
    if (this.#points.length === 0) return null;
    return {
      ...this.look,
      stroke_id: this.#id,
      points: pack(this.#points),
      text: "",
    };
  }
}

function rounded({ x, y, pressure }: InkPoint): InkPoint {
  const place = (value: number) => Math.min(MOST, Math.max(LEAST, Math.round(value)));
  const weight = Math.min(255, Math.max(0, Math.round(pressure)));
  return { x: place(x), y: place(y), pressure: weight };
}
