import type { Box, PageText } from "./answers.ts";

export interface Word {
  readonly text: string;
  readonly box: Box;
}

/** Words side by side; `ends` tells that a block, a paragraph mostly, ends with this line. */
export interface Line {
  readonly words: readonly Word[];
  readonly box: Box;
  readonly ends: boolean;
}

/** The lines of a page in reading order, each word with its place. */
export function linesOf({ text, boxes }: Pick<PageText, "text" | "boxes">): readonly Line[] {
  const lines: Line[] = [];
  let next = 0;
  for (const block of text.split("\n\n")) {
    const rows = block.split("\n").map((row) => row.split(" ").filter((word) => word !== ""));
    const filled = rows.filter((row) => row.length > 0);
    for (const [index, row] of filled.entries()) {
      const words = row.flatMap((word) => {
        const box = boxes[next];
        next += 1;
        return box === undefined ? [] : [{ text: word, box }];
      });
      if (words.length === 0) continue;
      lines.push({ words, box: around(words), ends: index === filled.length - 1 });
    }
  }
  return lines;
}

/** The blocks of a page as running text, for whoever listens: their lines are joined. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split("\n\n")
    .map((block) => block.split(/\s+/).filter(Boolean).join(" "))
    .filter(Boolean);
}

function around(words: readonly Word[]): Box {
  const side = (at: 0 | 1 | 2 | 3) => words.map((word) => word.box[at]);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
}
