import { computed, signal } from "@preact/signals";
import { en } from "./en.ts";
import { ko, type Words } from "./ko.ts";

export type Language = "ko" | "en";

const KEPT = "hanjang.language";

/** The language spoken on this tablet: chosen by hand, else the browser's, else Korean. */
export const language = signal<Language>(firstLanguage());

/** The words of that language; read `.value` while rendering, so that a switch redraws. */
export const words = computed<Words>(() => (language.value === "ko" ? ko : en));

/** Speaks another language from now on, also after a reload. */
export function speak(next: Language): void {
  language.value = next;
  try {
    localStorage.setItem(KEPT, next);
  } catch {
    // A private window may refuse to keep it: the choice then lasts until the tab is closed.
  }
}

/** The sentence of a refusal in the language spoken. */
export function sentence(said: { ko: string; en: string }): string {
  return language.value === "ko" ? said.ko : said.en;
}

function firstLanguage(): Language {
  const kept = keptLanguage();
  if (kept === "ko" || kept === "en") return kept;
  const wished = navigator.language.toLowerCase();
  return wished.startsWith("en") ? "en" : "ko";
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
