import type { ReadonlySignal, Signal } from "@preact/signals";

/** What the stage has to say about the page it shows; the panels find the words. */
export type SheetMessage =
  | { kind: "drawing" }
  | { kind: "waiting" }
  | { kind: "failed"; code: string };

export interface SheetOptions {
  readOnly?: boolean;
  background: string;
}

/** The painted page inside an element of ours; it owns every pointer on it until disposed. */
export interface MountedSheet {
  dispose(): void;
  zoom: Signal<number> | ReadonlySignal<number>;
  resetZoom(): void;
  message: ReadonlySignal<SheetMessage | null>;
}
