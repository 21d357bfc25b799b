import type { ReadonlySignal, Signal } from "@preact/signals";
import type { PageRef, PageSize, Region } from "../protocol/messages.ts";

/** What the stage has to say about the page it shows; the panels find the words. */
export type SheetMessage =
  | { kind: "drawing" }
  | { kind: "waiting" }
  | { kind: "failed"; code: string };

export interface SheetOptions {
  readOnly?: boolean;
  /** Whether a tap on this place of the page, in 1/10,000 of its width, meant what lies there. */
  tap?: (at: { x: number; y: number }) => boolean;
  background: string;
}

/** Where the page lies on the stage: CSS pixels a unit of ink, and its top left corner in CSS pixels. */
export interface SheetPlacement {
  page: PageRef;
  size: PageSize;
  scale: number;
  left: number;
  top: number;
}

/** What a search found on a page, in 1/10,000 of the page's width from its top left. */
export interface SheetHighlights {
  page: PageRef;
  boxes: readonly { left: number; top: number; right: number; bottom: number }[];
}

/** The painted page inside an element of ours; it owns every pointer on it until disposed. */
export interface MountedSheet {
  dispose(): void;
  /** How many times as wide as the whole page is on the stage. */
  zoom: ReadonlySignal<number>;
  /** Whether the page comes no nearer. */
  isNearest: ReadonlySignal<boolean>;
  /** Nearer or farther about the middle of the stage. */
  zoomBy(factor: number): void;
  /** Moves the look over the page by parts of the stage's width and height. */
  moveBy(right: number, down: number): void;
  resetZoom(): void;
  /** Has fingers on an element over the sheet turn and pinch; selecting stays the browser's. */
  lend(over: HTMLElement): () => void;
  /** Changes with the paint that moves the page. */
  placement: ReadonlySignal<SheetPlacement | null>;
  /** Painted under the ink while that page is shown. */
  highlights: Signal<SheetHighlights | null>;
  message: ReadonlySignal<SheetMessage | null>;
  /** Whether what is seen is the part the presenter framed. */
  isLed: ReadonlySignal<boolean>;
  /** What of the page is in sight now; null without a page. */
  inSight(): Region | null;
  /** One's own look is given up: to where the presenter looks. */
  giveBack(): void;
}
