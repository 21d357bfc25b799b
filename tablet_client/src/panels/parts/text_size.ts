import { effect, signal } from "@preact/signals";
import { keepChoice, keptChoice } from "./kept_choice.ts";

/** The five sizes of type, smallest first; the second is the size the browser is set to. */
export const TEXT_SIZES = ["small", "normal", "larger", "large", "largest"] as const;

export type TextSize = (typeof TEXT_SIZES)[number];

const KEPT = "hanjang.text";

/** The size of type in bars, lists and dialogs of this tablet; pages are zoomed apart from it. */
export const textSize = signal<TextSize>(keptChoice(KEPT, TEXT_SIZES, "normal"));

/** Chooses and keeps it for the next time. */
export function chooseTextSize(next: TextSize): void {
  textSize.value = next;
  keepChoice(KEPT, next);
}

/** Keeps the page's `data-text` with the choice; called once. */
export function sizeText(): void {
  effect(() => {
    document.documentElement.dataset["text"] = textSize.value;
  });
}
