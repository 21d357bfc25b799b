import { computed, effect, signal } from "@preact/signals";
import { keepChoice, keptChoice } from "./kept_choice.ts";

const KEPT = "hanjang.contrast";

/** What was chosen by hand on this tablet; `device` until then. */
const chosen = signal<"device" | "more" | "plain">(
  keptChoice(KEPT, ["device", "more", "plain"], "device"),
);

const deviceWantsMore = signal(false);

/** Whether everything is drawn in strong contrast: chosen by hand, else as the device wants. */
export const strongContrast = computed(() =>
  chosen.value === "device" ? deviceWantsMore.value : chosen.value === "more",
);

/** Chooses and keeps it for the next time. */
export function chooseContrast(strong: boolean): void {
  chosen.value = strong ? "more" : "plain";
  keepChoice(KEPT, chosen.value);
}

/** Keeps the page's `data-contrast` with the choice and the device; called once. */
export function sharpenPage(): void {
  const device = matchMedia("(prefers-contrast: more)");
  deviceWantsMore.value = device.matches;
  device.addEventListener("change", () => {
    deviceWantsMore.value = device.matches;
  });
  effect(() => {
    document.documentElement.dataset["contrast"] = strongContrast.value ? "more" : "plain";
  });
}
