import { effect, signal } from "@preact/signals";
import { keepChoice, keptChoice } from "./kept_choice.ts";

export type Theme = "device" | "light" | "dark";

const KEPT = "hanjang.theme";

/** What was chosen by hand on this tablet. */
export const theme = signal<Theme>(keptChoice(KEPT, ["device", "light", "dark"], "device"));

/** The presenter's room and the wall are dark whatever was chosen, so that the page shines. */
export const darkRoom = signal(false);

const deviceDark = signal(false);

/** Chooses and keeps it for the next time. */
export function chooseTheme(next: Theme): void {
  theme.value = next;
  keepChoice(KEPT, next);
}

/** Keeps the page's `data-theme` with the choice, the device and the room; called once. */
export function dressPage(): void {
  const device = matchMedia("(prefers-color-scheme: dark)");
  deviceDark.value = device.matches;
  device.addEventListener("change", () => {
    deviceDark.value = device.matches;
  });
  effect(() => {
    const chosen = theme.value === "device" ? deviceDark.value : theme.value === "dark";
    document.documentElement.dataset["theme"] = darkRoom.value || chosen ? "dark" : "light";
  });
}
