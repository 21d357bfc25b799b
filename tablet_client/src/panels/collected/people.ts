import { words } from "../../words/words.ts";
import type { Collected, Writer } from "./collected_door.ts";

/** How somebody who wrote is called: by name once names are shown, else by number. */
export function calledOf({ name, number }: Writer): string {
  return name ?? words.value.notes.collected.person(number);
}

/** The same for every writer of an answer. */
export function namesOf({ writers }: Collected): ReadonlyMap<string, string> {
  return new Map(writers.map((each) => [each.writer, calledOf(each)]));
}

/** What was written with the keyboard; of a stamp, its word. */
export function saidOf({ tool, text }: { tool: string; text: string }): string {
  if (tool !== "stamp") return text;
  const stamps: Readonly<Record<string, string>> = words.value.pen.stamps;
  return stamps[text] ?? text;
}
