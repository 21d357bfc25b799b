import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import { mayShareInk, steers } from "../meeting/powers.ts";
import type { Room, SheetMark } from "../meeting/room.ts";
import type { Actor, Colour, PageRef, Snapshot, StreamName, Stroke } from "../protocol/messages.ts";
import { History } from "./history.ts";
import { PLAIN_POINTER, type PointerLook } from "./pointer_look.ts";

/** What the hand holds. */
export type HandTool = "hand" | "pen" | "highlighter" | "eraser" | "pointer";

/** Strokes erased by one command: the wire's bound. */
const MOST_ERASED = 500;

/** The tools of one seat, and what its hand did with them. */
export interface InkDesk {
  readonly tool: Signal<HandTool>;
  readonly colour: Signal<Colour>;
  /** My eyes only, or everyone's; `notes` whenever sharing is not allowed. */
  readonly layer: Signal<StreamName>;
  /** How the pointer looks to everyone. */
  readonly pointerLook: Signal<PointerLook>;
  readonly mayShare: ReadonlySignal<boolean>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Takes back the last deed on the page shown. */
  undo(): void;
  redo(): void;
  /** A finished stroke: shown at once, sent, and remembered for undo. */
  draw(stroke: Stroke, stream: StreamName): void;
  /** Whether the eraser may take this mark: on the layer in hand, and one's own or in charge. */
  mayErase(mark: SheetMark): boolean;
  /** Erases marks of one page and one layer. */
  erase(page: PageRef, stream: StreamName, marks: readonly SheetMark[]): void;
}

/** The desk of a room's seat; ids are handed in. */
export function openDesk(room: Room, makeId: () => string): InkDesk {
  const history = new History(makeId);
  const layer = signal<StreamName>("notes");
  const mayShare = computed(() => allows(room, mayShareInk));
  const onPage = (ask: (page: PageRef) => boolean) => () => {
    void history.all.value;
    return room.shown.value !== null && ask(room.shown.value);
  };
  const utter = (take: (page: PageRef) => ReturnType<History["undo"]>) => () => {
    if (room.shown.value === null) return;
    for (const wish of take(room.shown.value)) void room.ask(wish);
  };
  return {
    tool: signal<HandTool>("hand"),
    // Red stands out on printed text, and is what people reach for to correct it.
    colour: signal<Colour>("red"),
    layer,
    pointerLook: signal<PointerLook>(PLAIN_POINTER),
    mayShare,
    canUndo: computed(onPage((page) => history.canUndo(page))),
    canRedo: computed(onPage((page) => history.canRedo(page))),
    undo: utter((page) => history.undo(page)),
    redo: utter((page) => history.redo(page)),
    draw(stroke, stream) {
      history.drew(stream, stroke);
      void room.ask({ type: "AddStroke", stream, stroke });
    },
    mayErase(mark) {
      const stream = mayShare.value ? layer.value : "notes";
      if (mark.stream !== stream) return false;
      const mine = mark.by.seat_id === room.you.value?.seat_id;
      return stream === "notes" || mine || allows(room, steers);
    },
    erase(page, stream, marks) {
      const strokes = marks.map((mark) => mark.stroke);
      history.erased(stream, page, strokes);
      for (let at = 0; at < strokes.length; at += MOST_ERASED) {
        const stroke_ids = strokes.slice(at, at + MOST_ERASED).map((stroke) => stroke.stroke_id);
        void room.ask({ type: "EraseStrokes", stream, page, stroke_ids });
      }
    },
  };
}

function allows(room: Room, power: (state: Snapshot, you: Actor) => boolean): boolean {
  const [state, you] = [room.state.value, room.you.value];
  return state !== null && you !== null && power(state, you);
}
