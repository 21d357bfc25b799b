import { AIR, LINE, layoutOf } from "../ink/note_layout.ts";
import type { Stroke } from "../protocol/messages.ts";

/** Paper under the words: print shines through, and the note is read all the same. */
const PAPER = 0.86;

/** Where letters stand in their line, from its top. */
const BASELINE = 1.05;

/** What words and stamps are painted with. */
export interface Lettering {
  /** The family of the screen's own letters. */
  readonly font: string;
  /** What a stamp says, in the reader's language. */
  readonly stamp: (text: string) => string;
}

/**
 * Paints a note where it stands; the context's transform is in the units of ink.
 *
 * Its lines break where `layoutOf` says, so that it covers the same place on every screen.
 */
export function paintNote(
  context: CanvasRenderingContext2D,
  stroke: Stroke,
  colour: string,
  { font }: Lettering,
): void {
  const { lines, width, height } = layoutOf(stroke);
  const [x, y] = [stroke.points[0] ?? 0, stroke.points[1] ?? 0];
  const letter = stroke.width;
  context.save();
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * PAPER;
  context.fillStyle = "#fffdf2";
  context.fillRect(x, y, width, height);
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  // A bar in the ink's colour says that this is no print.
  context.fillRect(x, y, 0.1 * letter, height);
  context.font = `500 ${letter}px ${font}`;
  context.textBaseline = "alphabetic";
  lines.forEach((line, index) => {
    const down = y + (AIR + index * LINE + BASELINE) * letter;
    context.fillText(line, x + AIR * letter, down, width - 2 * AIR * letter);
  });
  context.restore();
}

/** Letters of a seal and of the name below it, in parts of its breadth. */
const SEAL_LETTERS = 0.32;
const NAME_LETTERS = 0.2;

/** How broad the seal is, and where the name stands, in parts of its breadth. */
const RADIUS = 0.5;
const NAME_AT = 0.79;
const NAME_WIDE = 1.5;

/** Paints a stamp: a seal whose shape says what its word says, and who stamped below. */
export function paintStamp(
  context: CanvasRenderingContext2D,
  { stroke, name }: { readonly stroke: Stroke; readonly name: string },
  colour: string,
  { font, stamp }: Lettering,
): void {
  const { width } = stroke;
  context.save();
  context.translate(stroke.points[0] ?? 0, stroke.points[1] ?? 0);
  context.scale(width, width);
  const alpha = context.globalAlpha;
  outline(context, stroke.text);
  context.globalAlpha = alpha * PAPER;
  context.fillStyle = "#fff";
  context.fill();
  context.globalAlpha = alpha;
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = 0.055;
  context.stroke();
  // Letters of less than a pixel are not drawn: they are set in units of a hundredth.
  context.scale(0.01, 0.01);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = `700 ${100 * SEAL_LETTERS}px ${font}`;
  context.fillText(stamp(stroke.text), 0, 2, 76);
  context.font = `600 ${100 * NAME_LETTERS}px ${font}`;
  context.lineJoin = "round";
  context.lineWidth = 5;
  context.strokeStyle = "#fff";
  context.strokeText(name, 0, 100 * NAME_AT, 100 * NAME_WIDE);
  context.fillText(name, 0, 100 * NAME_AT, 100 * NAME_WIDE);
  context.restore();
}

/** Consent is round, what was seen square, an objection has eight corners: hue is not needed. */
function outline(context: CanvasRenderingContext2D, text: string): void {
  context.beginPath();
  if (text === "agree") {
    context.arc(0, 0, RADIUS - 0.03, 0, 2 * Math.PI);
  } else if (text === "seen") {
    context.rect(-0.44, -0.4, 0.88, 0.8);
  } else {
    for (let corner = 0; corner < 8; corner += 1) {
      const turn = ((corner + 0.5) * Math.PI) / 4;
      context.lineTo((RADIUS - 0.01) * Math.cos(turn), (RADIUS - 0.01) * Math.sin(turn));
    }
  }
  context.closePath();
}
