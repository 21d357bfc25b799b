import type { Words } from "./ko.ts";

/** How a tablet shows everything, in English. */
export const sight: Words["sight"] = {
  open: "View settings",
  text: "Text size",
  sizes: {
    small: "Small",
    normal: "Normal",
    larger: "Larger",
    large: "Large",
    largest: "Largest",
  },
  theme: "Appearance",
  themeDevice: "As the device",
  themeLight: "Light",
  themeDark: "Dark",
  contrast: "High contrast",
  contrastHint: "Letters and lines in the clearest colours.",
  language: "Language",
  notes: "Notices of the meeting",
  skipTo: "Skip",
  skip: "Skip to the content",
};
