import { useEffect } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";

/** Keys that belong to whatever has the focus, not to the packet. */
const TYPING = "input, textarea, select, dialog, [contenteditable]";
const PRESSABLE = "button, a, summary, label";

/** Whether a key is free for the page: nothing that takes keys has the focus, no other has taken it. */
export function isForTheSheet(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return false;
  return !(event.target instanceof Element && event.target.closest(TYPING) !== null);
}

/** Arrows, Page Up and Down (a clicker sends those), Space, Home and End turn the pages. */
export function usePageKeys(room: Room): void {
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      if (!isForTheSheet(event)) return;
      const target = event.target instanceof Element ? event.target : null;
      if (event.key === " " && target?.closest(PRESSABLE)) return;
      if (pressed(room, event)) event.preventDefault();
    };
    addEventListener("keydown", turn);
    return () => removeEventListener("keydown", turn);
  }, [room]);
}

function pressed(room: Room, event: KeyboardEvent): boolean {
  const packet = room.packet.value;
  const end = event.key === "Home" ? packet[0] : event.key === "End" ? packet.at(-1) : undefined;
  if (end !== undefined) {
    room.show(end.page);
    return true;
  }
  const by = step(event);
  if (by !== 0) room.step(by);
  return by !== 0;
}

function step(event: KeyboardEvent): 1 | -1 | 0 {
  switch (event.key) {
    case "ArrowRight":
    case "ArrowDown":
    case "PageDown":
      return 1;
    case "ArrowLeft":
    case "ArrowUp":
    case "PageUp":
      return -1;
    case " ":
      return event.shiftKey ? -1 : 1;
    default:
      return 0;
  }
}
