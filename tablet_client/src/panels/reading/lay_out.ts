import type { Box, PageText } from "../../reading/answers.ts";
import { linesOf } from "../../reading/lines.ts";
import { type Run, runsOf, type WidthOf } from "../../reading/runs.ts";

/** The page is laid out this many CSS pixels wide, and moved and scaled as a whole. */
export const LAID_OUT_WIDE = 1_000;

/** CSS pixels a unit of the page (1/10,000 of its width), before it is scaled. */
export const UNIT = LAID_OUT_WIDE / 10_000;

/** Letters to the height of their box, which has room for what hangs and for what rises. */
const LETTERS = 0.8;

/** Puts the page's words where their pictures are; what stood there goes. */
export function layOut(place: HTMLElement, text: PageText | null): void {
  place.replaceChildren();
  if (text === null) return;
  const widthOf = measure(getComputedStyle(place).fontFamily);
  const space = widthOf(" ");
  let block = document.createElement("p");
  for (const run of runsOf(linesOf(text), widthOf)) {
    block.append(spanOf(run, space));
    if (run.end !== "\n\n") continue;
    place.append(block);
    block = document.createElement("p");
  }
}

/** A box as the style of an element that lies on it. */
export function boxStyle([left, top, right, bottom]: Box): Record<string, string> {
  return {
    left: `${left * UNIT}px`,
    top: `${top * UNIT}px`,
    width: `${(right - left) * UNIT}px`,
    height: `${(bottom - top) * UNIT}px`,
  };
}

function spanOf(run: Run, space: number): HTMLSpanElement {
  const span = document.createElement("span");
  span.textContent = run.end === " " ? `${run.text} ` : run.text;
  span.dataset["end"] = run.end;
  const high = Math.max(1, run.box[3] - run.box[1]) * UNIT;
  Object.assign(span.style, {
    left: `${run.box[0] * UNIT}px`,
    top: `${run.box[1] * UNIT}px`,
    fontSize: `${LETTERS * high}px`,
    lineHeight: `${high}px`,
    wordSpacing: `${(run.gap * UNIT) / run.stretch - space * high}px`,
    transform: `scaleX(${run.stretch})`,
  });
  return span;
}

/** Asks the browser how wide words are in this type. */
function measure(family: string): WidthOf {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return (word) => word.length * LETTERS;
  context.font = `100px ${family}`;
  return (word) => (context.measureText(word).width / 100) * LETTERS;
}
