import { useEffect } from "preact/hooks";
import type { InkDesk } from "../../ink/desk.ts";

/** Fields have an undo of their own. */
const TYPING = "input, textarea, select, dialog, [contenteditable]";

/** Ctrl+Z takes the last deed on the page back, with Shift (or Ctrl+Y) it is done again. */
export function useUndoKeys(ink: InkDesk): void {
  useEffect(() => {
    const look = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) ink.redo();
      else ink.undo();
    };
    addEventListener("keydown", look);
    return () => removeEventListener("keydown", look);
  }, [ink]);
}
