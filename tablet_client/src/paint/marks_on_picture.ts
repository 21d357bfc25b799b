import { PAGE_WIDTH } from "../ink/geometry.ts";
import type { Stroke } from "../protocol/messages.ts";
import { inksOf } from "./colours.ts";
import { pixelRatio } from "./layer.ts";
import { type Brush, paintMark } from "./mark_paint.ts";

/** A mark on a picture, and the name that stands below a stamp. */
interface NamedMark {
  readonly stroke: Stroke;
  readonly name: string;
}

/**
 * Paints marks on a canvas that lies over a whole page, as wide as it is on the screen.
 *
 * Highlights first, so that no word is dimmed by them; `stamp` is what a stamp says.
 */
export function paintOnPicture(
  canvas: HTMLCanvasElement,
  marks: readonly NamedMark[],
  stamp: (text: string) => string,
): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = canvas.getContext("2d");
  if (context === null || width === 0) return;
  const ratio = pixelRatio(width, height, devicePixelRatio);
  canvas.width = Math.floor(width * ratio);
  canvas.height = Math.floor(height * ratio);
  const scale = canvas.width / PAGE_WIDTH;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  const font = getComputedStyle(canvas).fontFamily;
  const brush: Brush = { inks: inksOf(canvas), lettering: { font, stamp } };
  const isBelow = ({ stroke }: NamedMark) => stroke.tool === "highlighter";
  for (const mark of [...marks.filter(isBelow), ...marks.filter((each) => !isBelow(each))]) {
    paintMark(context, { stroke: mark.stroke, by: { seat_id: "", name: mark.name } }, brush);
  }
}
