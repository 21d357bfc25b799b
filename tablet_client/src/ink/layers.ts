import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import { mayShareInk } from "../meeting/powers.ts";
import type { Room } from "../meeting/room.ts";
import type { StreamName } from "../protocol/messages.ts";
import type { Memory } from "./memory.ts";

/** From the one that most people write on to the one that few do. */
export const LAYERS: readonly StreamName[] = ["notes", "meeting", "collected"];

/** On which layer one writes, and which are looked at. */
export interface Layers {
  /** The layer wished for: my eyes only, everyone's, or the secretary's. */
  readonly wished: Signal<StreamName>;
  readonly mayShare: ReadonlySignal<boolean>;
  /** The layer written on: the wished one, or the private one while sharing is not allowed. */
  readonly now: ReadonlySignal<StreamName>;
  readonly hidden: ReadonlySignal<ReadonlySet<StreamName>>;
  hide(stream: StreamName, hidden: boolean): void;
}

/** The layers of a room's seat; what is hidden is remembered with the meeting. */
export function openLayers(room: Room, memory: Memory): Layers {
  const wished = signal<StreamName>("notes");
  const kept = (memory.recall("hidden") ?? "").split(" ");
  const hidden = signal<ReadonlySet<StreamName>>(
    new Set(LAYERS.filter((stream) => kept.includes(stream))),
  );
  const mayShare = computed(() => {
    const [state, you] = [room.state.value, room.you.value];
    return state !== null && you !== null && mayShareInk(state, you);
  });
  return {
    wished,
    mayShare,
    now: computed(() => (wished.value === "meeting" && !mayShare.value ? "notes" : wished.value)),
    hidden,
    hide(stream, hide) {
      if (hidden.value.has(stream) === hide) return;
      hidden.value = new Set(
        LAYERS.filter((each) => (each === stream ? hide : hidden.value.has(each))),
      );
      memory.keep("hidden", [...hidden.value].join(" "));
    },
  };
}
