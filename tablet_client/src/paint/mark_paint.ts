import type { SheetMark } from "../meeting/room.ts";
import type { Inks } from "./colours.ts";
import { paintStroke } from "./stroke_paint.ts";
import { type Lettering, paintNote, paintStamp } from "./words_paint.ts";

/** What the sheet's marks are painted with. */
export interface Brush {
  readonly inks: Inks;
  readonly lettering: Lettering;
}

/** Paints whatever stands on a page; the context's transform is in the units of ink. */
export function paintMark(
  context: CanvasRenderingContext2D,
  { stroke, by }: Pick<SheetMark, "stroke" | "by">,
  { inks, lettering }: Brush,
): void {
  const colour = inks[stroke.colour];
  switch (stroke.tool) {
    case "note":
      paintNote(context, stroke, colour, lettering);
      break;
    case "stamp":
      paintStamp(context, { stroke, name: by.name }, colour, lettering);
      break;
    case "speech":
    case "bookmark":
      // They belong to the page as a whole and are told beside it.
      break;
    default:
      paintStroke(context, stroke, inks);
  }
}
