import type { PointerLook } from "../../ink/pointer_look.ts";
import { keepChoice, keptChoice } from "../parts/kept_choice.ts";

export const SHAPES = ["dot", "ring", "arrow"] as const;
export const SIZES = ["small", "medium", "large"] as const;
/** Told apart by those who see no red or no green; yellow is for dark pages. */
export const COLOURS = ["red", "blue", "yellow", "black"] as const;

const key = (part: keyof PointerLook) => `hanjang.pointer.${part}`;

/** The look the pointer had last on this tablet. */
export function keptPointer(): PointerLook {
  return {
    shape: keptChoice(key("shape"), SHAPES, "dot"),
    size: keptChoice(key("size"), SIZES, "medium"),
    colour: keptChoice(key("colour"), COLOURS, "red"),
  };
}

/** Keeps it for the next talk. */
export function keepPointer({ shape, size, colour }: PointerLook): void {
  keepChoice(key("shape"), shape);
  keepChoice(key("size"), size);
  keepChoice(key("colour"), colour);
}
