import type { PointerLook } from "../ink/pointer_look.ts";
import type { PointerSize } from "../protocol/messages.ts";
import type { Inks } from "./colours.ts";

/** A pointer where it stands on the page, in the units of ink. */
export interface PointerMark extends PointerLook {
  readonly x: number;
  readonly y: number;
}

/** Radius on the whole page: the middle one is 2.2 % of its width across, seen from the last row. */
const RADIUS: Readonly<Record<PointerSize, number>> = { small: 65, medium: 110, large: 190 };

/** The halo's radius, by the pointer's own: wide enough to be found, clear enough to read through. */
const HALO = 2.4;

/** White around it, by its radius: a red dot is found on a red bar of a chart too. */
const RIM = 0.18;

/**
 * Paints where a hand points; the context's transform is in the units of ink.
 *
 * `zoom` is how near the page is: the pointer covers as much of the screen however near.
 */
export function paintPointer(
  context: CanvasRenderingContext2D,
  { x, y, colour, shape, size }: PointerMark,
  inks: Inks,
  zoom: number,
): void {
  const radius = RADIUS[size] / zoom;
  context.save();
  context.translate(x, y);
  context.scale(radius, radius);
  context.fillStyle = context.strokeStyle = inks[colour];
  PAINT[shape](context);
  context.restore();
}

type Paint = (context: CanvasRenderingContext2D) => void;

/** Each shape about its own point, with a radius of 1. */
const PAINT: Readonly<Record<PointerLook["shape"], Paint>> = {
  dot(context) {
    disc(context, HALO, 0.16);
    disc(context, (HALO + 1) / 2, 0.22);
    disc(context, 1, 0.9);
  },
  ring(context) {
    circle(context, HALO);
    context.lineWidth = 0.5 + 2 * RIM;
    stroke(context, "#fff", 0.7);
    context.lineWidth = 0.5;
    stroke(context, context.fillStyle, 0.95);
  },
  arrow(context) {
    // Its tip is the place meant; it comes from below right, as a hand holding a stick does.
    context.beginPath();
    const outline = [0, 0, 0.9, 2.9, 1.6, 2.05, 3.1, 3.55, 3.7, 2.95, 2.2, 1.45, 3, 0.75] as const;
    for (let at = 0; at < outline.length; at += 2) {
      context.lineTo(outline[at] ?? 0, outline[at + 1] ?? 0);
    }
    context.closePath();
    context.lineJoin = "round";
    context.lineWidth = 4 * RIM;
    stroke(context, "#fff", 0.9);
    context.globalAlpha = 0.95;
    context.fill();
  },
};

function disc(context: CanvasRenderingContext2D, radius: number, alpha: number): void {
  circle(context, radius);
  context.globalAlpha = alpha;
  context.fill();
}

function circle(context: CanvasRenderingContext2D, radius: number): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
}

function stroke(
  context: CanvasRenderingContext2D,
  style: CanvasRenderingContext2D["strokeStyle"],
  alpha: number,
): void {
  context.globalAlpha = alpha;
  context.strokeStyle = style;
  context.stroke();
}
