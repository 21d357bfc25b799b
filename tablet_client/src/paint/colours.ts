import type { Colour } from "../protocol/messages.ts";

/** Inks of a page without a style sheet, dark enough to read on white. */
const PLAIN: Inks = {
  black: "#1b1d1f",
  red: "#d3202f",
  blue: "#1f5fd6",
  yellow: "#ffd400",
  green: "#17853b",
  hit: "#ffd666",
};

/** The colours of the hand, and that of what a search found. */
export type Inks = Readonly<Record<Colour | "hit", string>>;

/** What the style sheet says each ink looks like: `--ink-red` and so on, on the host. */
export function inksOf(host: Element): Inks {
  const style = getComputedStyle(host);
  const ink = (name: keyof Inks) => style.getPropertyValue(`--ink-${name}`).trim() || PLAIN[name];
  return {
    black: ink("black"),
    red: ink("red"),
    blue: ink("blue"),
    yellow: ink("yellow"),
    green: ink("green"),
    hit: ink("hit"),
  };
}
