// A real room and a real sheet with as much ink as one asks for, for `python -m tests.load ink`.
import { openDesk } from "../../ink/desk.ts";
import { mountSheet } from "../../paint/sheet.ts";
import type { Mark, Stroke, Tool } from "../../protocol/messages.ts";
import { page } from "../a_meeting.ts";
import { ARoom, mark } from "../a_room.ts";
import { blankPages } from "../blank_pages.ts";

/** Points of one stroke: a word. */
const POINTS = 40;

/** Deeds measured one after the other; their median counts. */
const DEEDS = 15;

/** Frames in a row without a paint that say a sheet is done. */
const QUIET_FRAMES = 8;

declare global {
  interface Window {
    /** Milliseconds until the screen shows what was done, by deed, on a page with this many strokes. */
    measure(strokes: number): Promise<Record<string, number>>;
  }
}

const ask = window.requestAnimationFrame.bind(window);
let paints = 0;
window.requestAnimationFrame = (act) => {
  paints += 1;
  return ask(act);
};

window.measure = async (strokes) => {
  const tablet = await ARoom.open();
  const { room } = tablet;
  const host = document.getElementById("host");
  if (host === null) throw new Error("there is no host");
  const hand = new Scribble();
  const marks: readonly Mark[] = Array.from({ length: strokes }, (_, index) =>
    hand.mark(index + 1),
  );
  tablet.enter("chair", { seq: strokes, inked: { "d1.1.1": strokes } });
  const makeId = () => crypto.randomUUID();
  const desk = openDesk(room, makeId);
  const sheet = mountSheet(host, {
    room,
    desk,
    pages: await blankPages(),
    makeId,
    background: "#888",
  });
  await quiet();

  const begun = performance.now();
  tablet.ink(marks);
  await quiet();
  const opened = performance.now() - begun;

  let seq = strokes;
  const add = (tool: Tool) => {
    seq += 1;
    tablet.advance(seq, { type: "StrokeAdded", stroke: hand.stroke(`s${seq}`, tool) });
  };
  const added = await median(() => add("pen"));
  const highlighted = await median(() => add("highlighter"));
  const erased = await median((index) => {
    seq += 1;
    tablet.advance(seq, { type: "StrokesErased", page: page("d1"), stroke_ids: [`s${index + 5}`] });
  });
  const written = await median((index) => {
    const { points, ...look } = hand.stroke("moving");
    const signal = { type: "StrokeProgress", ...look, start: index * POINTS, points } as const;
    room.heard({ type: "Passing", signals: [{ seat_id: "other", signal }] });
  });
  sheet.zoomBy(2);
  await quiet();
  const moved = await median((index) => sheet.moveBy(index % 2 === 0 ? 0.02 : -0.02, 0.02));
  sheet.dispose();
  room.close();
  return { opened, added, highlighted, erased, written, moved };
};

/** Words all over a page, the same ones every time. */
class Scribble {
  #seed = 7;

  mark(seq: number): Mark {
    return { ...mark(`s${seq}`, seq), stroke: this.stroke(`s${seq}`) };
  }

  stroke(stroke_id: string, tool: Tool = "pen"): Stroke {
    let [x, y] = [200 + 9_000 * this.#chance(), 300 + 13_000 * this.#chance()];
    let way = 2 * Math.PI * this.#chance();
    const points: number[] = [];
    for (let point = 0; point < POINTS; point += 1) {
      way += this.#chance() - 0.5;
      x += 25 * Math.cos(way);
      y += 25 * Math.sin(way);
      points.push(Math.round(x), Math.round(y), 100 + Math.round(60 * this.#chance()));
    }
    const width = tool === "pen" ? 38 : 240;
    return { stroke_id, page: page("d1"), tool, colour: "blue", width, points, text: "" };
  }

  /** From 0 to 1; the multiplier and the increment are those of C's old `rand`. */
  #chance(): number {
    this.#seed = (this.#seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return this.#seed / 2 ** 31;
  }
}

/** Two frames: what was asked for before the first is on the screen with the second. */
function shown(): Promise<void> {
  return new Promise((resolve) => ask(() => ask(() => resolve())));
}

async function quiet(): Promise<void> {
  for (let still = 0; still < QUIET_FRAMES; still += 1) {
    const before = paints;
    await shown();
    if (paints !== before) still = -1;
  }
}

async function median(deed: (index: number) => void): Promise<number> {
  const took: number[] = [];
  for (let index = 0; index < DEEDS; index += 1) {
    const begun = performance.now();
    deed(index);
    await shown();
    took.push(performance.now() - begun);
  }
  await quiet();
  return took.sort((a, b) => a - b)[DEEDS >> 1] ?? 0;
}
