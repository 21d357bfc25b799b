import type { PageRef, Stroke, Tool } from "../../protocol/messages.ts";

/** Somebody who wrote: a word for them in these answers, and their name once it was asked for. */
export interface Writer {
  writer: string;
  number: number;
  name: string | null;
}

/** A page with collected marks, and who left them. */
export interface WrittenPage extends PageRef {
  marks: number;
  writers: readonly string[];
}

/** The words of a text note, or which stamp. */
export interface WrittenWords extends PageRef {
  writer: string;
  tool: Tool;
  text: string;
}

/** All that was collected in a meeting; `tag` changes with it. */
export interface Collected {
  tag: string;
  named: boolean;
  writers: readonly Writer[];
  pages: readonly WrittenPage[];
  words: readonly WrittenWords[];
  more: boolean;
}

/** A stroke, and who drew it. */
export interface WrittenMark {
  writer: string;
  stroke: Stroke;
}

/** What the secretary may ask about collected notes. Every call throws HttpProblem. */
export interface CollectedDoor {
  /** Null: it still is what `known` stands for. */
  all(names: boolean, known: string): Promise<Collected | null>;
  page(page: PageRef): Promise<readonly WrittenMark[]>;
  /** Paints marks over a picture of their page, as large as the canvas lies on the screen. */
  paint(canvas: HTMLCanvasElement, marks: readonly PaintedMark[]): void;
}

/** A mark with the name that a stamp shows; empty for none. */
export interface PaintedMark {
  stroke: Stroke;
  name: string;
}
