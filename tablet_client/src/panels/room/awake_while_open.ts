import { effect } from "@preact/signals";
import type { Room } from "../../meeting/room.ts";
import { stayAwake } from "../wall/stay_awake.ts";

/** Keeps the display awake while the meeting is open, until the returned function is called. */
export function awakeWhileOpen(room: Room): () => void {
  let rest: (() => void) | null = null;
  const stop = effect(() => {
    const open = room.state.value?.phase === "open";
    if (open && rest === null) rest = stayAwake();
    if (!open) letRest();
  });
  return () => {
    stop();
    letRest();
  };

  function letRest(): void {
    rest?.();
    rest = null;
  }
}
