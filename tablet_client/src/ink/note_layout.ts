import type { Stroke } from "../protocol/messages.ts";
import { PAGE_WIDTH } from "./geometry.ts";

/** Letter sizes in 1/10,000 of the page's width: on A4 about 10, 14 and 20 points. */
export const LETTERS = { small: 170, medium: 230, large: 340 } as const;

/** A line's height in letters. */
export const LINE = 1.4;

/** Air around the words, in letters. */
export const AIR = 0.35;

/** Kept free at the page's right edge. */
const EDGE = 120;

/** However near the edge: room for a few letters a line. */
const LEAST_LETTERS = 6;

/** A note as it stands on the page, in the units of ink. */
export interface NoteLayout {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

const laidOut = new WeakMap<Stroke, NoteLayout>();

/** Where the lines of a note break: the same on every tablet and wall, whatever its fonts. */
export function layoutOf(stroke: Stroke): NoteLayout {
  let layout = laidOut.get(stroke);
  if (layout === undefined) {
    layout = layOut(stroke.text, stroke.points[0] ?? 0, stroke.width);
    laidOut.set(stroke, layout);
  }
  return layout;
}

/** The words in lines that end before the page does; `left` and `letter` in the units of ink. */
export function layOut(text: string, left: number, letter: number): NoteLayout {
  const most = Math.max(LEAST_LETTERS, (PAGE_WIDTH - EDGE - left) / letter - AIR);
  const lines = text.split("\n").flatMap((paragraph) => broken(paragraph, most));
  const widest = Math.max(0, ...lines.map(wide));
  return {
    lines,
    width: (widest + 2 * AIR) * letter,
    height: (lines.length * LINE + 2 * AIR) * letter,
  };
}

/** Where a note is put so that as much of it as possible lies on the page. */
export function onThePage(
  at: { x: number; y: number },
  text: string,
  letter: number,
  height: number,
): { x: number; y: number } {
  const short = Math.min(PAGE_WIDTH / 2, Math.max(LEAST_LETTERS, wide(text)) * letter);
  const x = Math.max(0, Math.min(at.x, PAGE_WIDTH - EDGE - short - 2 * AIR * letter));
  const tall = layOut(text, x, letter).height;
  return { x: Math.round(x), y: Math.round(Math.max(0, Math.min(at.y, height - tall))) };
}

/** A paragraph broken at its spaces, and within a word that is longer than a line. */
function broken(paragraph: string, most: number): readonly string[] {
  const lines: string[] = [];
  let [line, used] = ["", 0];
  for (const piece of paragraph.match(/\s+|[^\s]+/g) ?? []) {
    const needs = wide(piece);
    if (used + needs <= most) {
      line += piece;
      used += needs;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    [line, used] = ["", 0];
    if (piece.trim() === "") continue;
    for (const letter of piece) {
      if (used + wide(letter) > most) {
        lines.push(line);
        [line, used] = ["", 0];
      }
      line += letter;
      used += wide(letter);
    }
  }
  return [...lines, line.trimEnd()];
}

/** How wide words are at most, in letters. */
function wide(text: string): number {
  let sum = 0;
  for (const letter of text) sum += advance(letter);
  return sum;
}

/** A letter's width, no less than in the fonts a tablet has: words never leave their box. */
function advance(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x1100) return 1;
  if (letter === " ") return 0.35;
  if (/[ijlI|!.,:;'`]/.test(letter)) return 0.36;
  if (/[mwMW@%]/.test(letter)) return 1;
  return code < 0x80 && /[a-z0-9()[\]\-/]/.test(letter) ? 0.64 : 0.8;
}
