import {
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  signal,
  untracked,
} from "@preact/signals-core";
import { steers } from "../meeting/powers.ts";
import type { Room, SheetMark } from "../meeting/room.ts";
import { placed } from "../meeting/succession.ts";
import { versionsSignal } from "../meeting/versions_signal.ts";
import type { Colour, PageRef, StreamName, Stroke } from "../protocol/messages.ts";
import { type Choosing, openChoosing } from "./choosing.ts";
import { type Fingers, openFingers } from "./fingers.ts";
import { erasures, History, type Placed } from "./history.ts";
import { type Layers, openLayers } from "./layers.ts";
import { forgetful, type Memories } from "./memory.ts";
import type { Weight } from "./outline.ts";
import { PLAIN_POINTER, type PointerLook } from "./pointer_look.ts";
import { openWords, type Words } from "./wording.ts";

/** What the hand holds. */
export type HandTool =
  | "hand"
  | "pen"
  | "highlighter"
  | "eraser"
  | "pointer"
  | "lasso"
  | "note"
  | "stamp";

/** Colours that can be read on paper, and colours that can be read through. */
export const INKS: Readonly<Partial<Record<HandTool, readonly Colour[]>>> = {
  pen: ["red", "blue", "black"],
  highlighter: ["yellow", "green", "blue"],
  note: ["blue", "red", "black"],
};

/** What belongs to a page and is not painted on it: no hand on the sheet takes it. */
const UNSEEN: ReadonlySet<Stroke["tool"]> = new Set(["speech", "bookmark"]);

/** The tools of one seat, and what its hand did with them. */
export interface InkDesk {
  readonly tool: Signal<HandTool>;
  readonly colour: Signal<Colour>;
  /** How thick lines are drawn. */
  readonly weight: Signal<Weight>;
  /** The layer wished for: my eyes only, everyone's, or the secretary's. */
  readonly layer: Signal<StreamName>;
  /** How the pointer looks to everyone. */
  readonly pointerLook: Signal<PointerLook>;
  readonly layers: Layers;
  readonly mayShare: ReadonlySignal<boolean>;
  readonly fingers: Fingers;
  readonly choosing: Choosing;
  readonly words: Words;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** What can be taken back, to be kept through a reload; see `History`. */
  readonly history: History;
  /** Takes a tool in hand, with the colour it had last. */
  take(tool: HandTool): void;
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

/** The desk of a room's seat; ids are handed in, and so is what the tablet remembers. */
export function openDesk(
  room: Room,
  makeId: () => string,
  memories: Memories = { tablet: forgetful(), meeting: forgetful() },
): InkDesk {
  const history = new History(makeId);
  const layers = openLayers(room, memories.meeting);
  const versions = versionsSignal(room.state);
  // For as long as the room stands: both go together.
  effect(() => {
    const now = versions.value;
    void history.all.value;
    if (now !== null) untracked(() => history.carry((page) => placed(now, page) ?? page));
  });
  const tool = signal<HandTool>("hand");
  // Red stands out on printed text, and is what people reach for to correct it.
  const colour = signal<Colour>("red");
  const colours = new Map<HandTool, Colour>();

  const change = (page: PageRef, gone: readonly Placed[], come: readonly Placed[]) => {
    history.did({ page, added: come.map(bare), erased: gone.map(bare) });
    for (const { stream, stroke } of come) add(stream, stroke);
    for (const wish of erasures(page, gone)) void room.ask(wish);
  };
  const add = (stream: StreamName, stroke: Stroke) => {
    // What one writes is seen, whatever was hidden before.
    layers.hide(stream, false);
    void room.ask({ type: "AddStroke", stream, stroke });
  };
  const utter = (take: (page: PageRef) => ReturnType<History["undo"]>) => () => {
    if (room.shown.value === null) return;
    for (const wish of take(room.shown.value)) {
      if (wish.type === "AddStroke") add(wish.stream, wish.stroke);
      else void room.ask(wish);
    }
  };
  const onPage = (ask: (page: PageRef) => boolean) => () => {
    void history.all.value;
    return room.shown.value !== null && ask(room.shown.value);
  };
  const isMine = ({ by, stream }: SheetMark) =>
    stream === "notes" || by.seat_id === room.you.value?.seat_id;
  const isSeen = ({ stream, stroke }: SheetMark) =>
    !layers.hidden.value.has(stream) && !UNSEEN.has(stroke.tool);
  const words = openWords({ makeId, colour, change, layer: () => layers.now.value });
  return {
    tool,
    colour,
    weight: signal<Weight>("medium"),
    layer: layers.wished,
    pointerLook: signal<PointerLook>(PLAIN_POINTER),
    layers,
    mayShare: layers.mayShare,
    fingers: openFingers(memories.tablet),
    choosing: openChoosing({
      room,
      makeId,
      change,
      mayChoose: (mark) => isMine(mark) && isSeen(mark),
    }),
    words,
    canUndo: computed(onPage((page) => history.canUndo(page))),
    canRedo: computed(onPage((page) => history.canRedo(page))),
    history,
    take(next) {
      // A note in hand is done with the tool it was written with.
      words.finish();
      colours.set(tool.value, colour.value);
      tool.value = next;
      const inks = INKS[next];
      const [first] = inks ?? [];
      if (inks === undefined || first === undefined) return;
      const last = colours.get(next) ?? colour.value;
      colour.value = inks.includes(last) ? last : first;
    },
    undo: utter((page) => history.undo(page)),
    redo: utter((page) => history.redo(page)),
    draw(stroke, stream) {
      change(stroke.page, [], [{ stream, stroke }]);
    },
    mayErase(mark) {
      if (mark.stream !== layers.now.value || !isSeen(mark)) return false;
      const [state, you] = [room.state.value, room.you.value];
      // What is handed in belongs to its writer alone; what everyone sees is in the chair's care.
      const inCharge = mark.stream === "meeting" && state !== null && you !== null;
      return isMine(mark) || (inCharge && steers(state, you));
    },
    erase(page, stream, marks) {
      const gone = marks.map(({ stroke }) => ({ stream, stroke }));
      change(page, gone, []);
    },
  };
}

const bare = ({ stream, stroke }: Placed): Placed => ({ stream, stroke });
