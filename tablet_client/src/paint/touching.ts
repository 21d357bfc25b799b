import type { HandTool, InkDesk } from "../ink/desk.ts";
import type { Room } from "../meeting/room.ts";
import { Gestures } from "./gestures.ts";
import type { Hand } from "./hand.ts";
import { lendTo } from "./lending.ts";
import type { Looking } from "./looking.ts";
import { listenTo, type MouseMeanings } from "./pointers.ts";

/** What a touch may move. */
export interface Touchable {
  readonly room: Room;
  readonly desk: InkDesk;
  readonly hand: Hand;
  readonly looking: Looking;
  /** Whether a tap on this place of the page, in the units of ink, meant what lies there. */
  readonly tap: (at: { x: number; y: number }) => boolean;
  /** Something is to be painted. */
  readonly changed: () => void;
  /** The line under the hand has grown: it is painted before the event is over. */
  readonly drawn: () => void;
}

/** Tools that mean one place. */
const PLACING: ReadonlySet<HandTool> = new Set(["note", "stamp", "lasso"]);

/** The pressure of what cannot feel it. */
const EVEN = 128;

/** The pointers on a sheet, led where they belong. */
export interface Touched {
  /** Has fingers on an element over the sheet turn and pinch; selecting stays the browser's. */
  lend(over: HTMLElement): () => void;
  stop(): void;
}

/** Leads every pointer on the sheet to the hand or to the look. */
export function touching(host: HTMLElement, touchable: Touchable): Touched {
  const { room, desk, hand, looking, changed, drawn } = touchable;
  const painted = (act: () => void) => () => {
    act();
    changed();
  };
  const gestures = new Gestures({
    isToolInHand: () => isToolInHand(room, desk),
    isZoomed: () => looking.isZoomed,
    stageWidth: () => looking.stage.width,
    begin: (touch) => {
      const place = looking.on(touch);
      if (place !== null) hand.begin({ ...place, pressure: touch.pressure }, touch.eraser);
      drawn();
      changed();
    },
    go: (touch) => {
      const place = looking.on(touch);
      if (place !== null) hand.go([{ ...place, pressure: touch.pressure }]);
      changed();
    },
    foresee: (touches) => {
      const places = touches.map((touch) => ({ at: looking.on(touch), touch }));
      hand.foresee(
        places.flatMap(({ at, touch }) =>
          at === null ? [] : [{ ...at, pressure: touch.pressure }],
        ),
      );
      drawn();
    },
    fingersWrite: () => desk.fingers.write.value,
    penSeen: () => desk.fingers.penSeen(),
    end: painted(() => hand.finish()),
    abandon: painted(() => hand.abandon()),
    pan: (dx, dy) => looking.move(dx, dy),
    pinch: (factor, at, dx, dy) => looking.pinch(factor, at, dx, dy),
    tap: (at) => {
      const place = looking.on(at);
      if (place === null) return false;
      // Where fingers do not write they still say where a note or a stamp goes.
      if (!PLACING.has(desk.tool.value)) return touchable.tap(place);
      hand.begin({ ...place, pressure: EVEN }, false);
      hand.finish();
      changed();
      return true;
    },
    toggle: (at) => looking.toggle(at),
    step: (by) => room.step(by),
  });
  const mouse: MouseMeanings = {
    hover: (at) => {
      const place = looking.on(at);
      if (place === null || desk.tool.value !== "pointer") return;
      hand.hover(place);
      changed();
    },
    leave: painted(() => hand.stopPointing()),
    wheel: (dx, dy) => looking.move(-dx, -dy),
    zoomWheel: (factor, at) => looking.by(factor, at),
  };
  return {
    stop: listenTo(host, gestures, mouse),
    lend: (over) => lendTo(over, host, gestures, mouse),
  };
}

/** Who does not lead has nothing to point for: then the pointer is a hand. */
function isToolInHand(room: Room, desk: InkDesk): boolean {
  const tool = desk.tool.value;
  return tool !== "hand" && (tool !== "pointer" || room.leading.value);
}
