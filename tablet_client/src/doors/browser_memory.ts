import type { Memory } from "../ink/memory.ts";

/** A memory in the browser's own; a private window forgets when it is closed. */
export function inBrowser(place: string): Memory {
  return {
    recall(name) {
      try {
        return localStorage.getItem(`${place}.${name}`);
      } catch {
        return null;
      }
    },
    keep(name, value) {
      try {
        localStorage.setItem(`${place}.${name}`, value);
      } catch {
        // A full or closed memory costs a habit, never ink.
      }
    },
  };
}
