import type { Box } from "./answers.ts";
import type { Line, Word } from "./lines.ts";

/** Words of one line set as one piece of text, spread over the place of their picture. */
export interface Run {
  readonly text: string;
  readonly box: Box;
  /** How many times as wide as by themselves the words stand on the page. */
  readonly stretch: number;
  /** Between two words, in the units of the page. */
  readonly gap: number;
  /** What parts it from the next run. */
  readonly end: " " | "\n" | "\n\n";
}

/** How wide a word is by itself, in heights of its line. */
export type WidthOf = (word: string) => number;

/**
 * How far a word may begin from its picture, in heights of its line: less than a syllable is wide.
 *
 * Print has digits half as wide as syllables, the screen's type has wider ones; with a closer
 * fit a line would be cut at every figure, and be read aloud in pieces.
 */
const ASTRAY = 0.5;

/** A wider gap, in heights of the line, is one between columns. */
const COLUMN = 1.5;

/** A line of print has about 20; hostile ones have thousands, and trying them out is dear. */
const MOST_WORDS = 40;

/**
 * A page's lines as pieces of text to lay over its picture.
 *
 * As few as there can be, so that a page is laid out quickly and read aloud line by line; a
 * line is cut where setting it evenly would leave a word beside its picture, as between the
 * columns of a table.
 */
export function runsOf(lines: readonly Line[], widthOf: WidthOf): readonly Run[] {
  return lines.flatMap((line) => {
    const pieces = piecesOf(line.words, widthOf);
    return pieces.map((piece, index): Run => {
      const isLast = index === pieces.length - 1;
      return { ...piece, end: isLast ? (line.ends ? "\n\n" : "\n") : " " };
    });
  });
}

type Piece = Omit<Run, "end">;

function piecesOf(words: readonly Word[], widthOf: WidthOf): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < words.length; ) {
    let piece = pieceOf(words.slice(from, from + 1), widthOf);
    let to = from + 1;
    for (; to < Math.min(words.length, from + MOST_WORDS); to += 1) {
      const taken = words.slice(from, to + 1);
      const longer = pieceOf(taken, widthOf);
      if (!isTrue(longer, taken, widthOf)) break;
      piece = longer;
    }
    pieces.push(piece);
    from = to;
  }
  return pieces;
}

function pieceOf(words: readonly Word[], widthOf: WidthOf): Piece {
  const box = around(words);
  const high = Math.max(1, box[3] - box[1]);
  const printed = sum(words.map((word) => word.box[2] - word.box[0]));
  const natural = sum(words.map((word) => widthOf(word.text) * high));
  return {
    text: words.map((word) => word.text).join(" "),
    box,
    stretch: printed > 0 && natural > 0 ? printed / natural : 1,
    gap: words.length > 1 ? (box[2] - box[0] - printed) / (words.length - 1) : 0,
  };
}

/** Whether every word of the piece begins on its picture. */
function isTrue({ box, stretch, gap }: Piece, words: readonly Word[], widthOf: WidthOf): boolean {
  const high = box[3] - box[1];
  if (gap > COLUMN * high) return false;
  let at = box[0];
  return words.every((word) => {
    const stands = Math.abs(word.box[0] - at) <= ASTRAY * high;
    at += widthOf(word.text) * high * stretch + gap;
    return stands;
  });
}

function around(words: readonly Word[]): Box {
  let [left, top, right, bottom] = words[0]?.box ?? [0, 0, 0, 0];
  for (const { box } of words) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return [left, top, right, bottom];
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
