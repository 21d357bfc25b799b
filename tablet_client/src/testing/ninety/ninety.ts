// Ninety minutes of a hand that writes over sixty pages, for `python -m tests.load ninety`.
import { type InkDesk, openDesk } from "../../ink/desk.ts";
import { mountSheet } from "../../paint/sheet.ts";
import { page, document as paper, snapshot } from "../a_meeting.ts";
import { ARoom } from "../a_room.ts";
import { AService } from "../a_service.ts";
import { blankPages } from "../blank_pages.ts";

const PAGES = 60;

/** What a hand that never rests does in a minute; every tenth minute it writes a note. */
const STROKES_A_MINUTE = 40;
const ERASED_A_MINUTE = 4;
const UNDONE_A_MINUTE = 2;

/** Time is compressed: the screen is waited for after so many strokes, not after each. */
const STROKES_A_FRAME = 8;

/** Reports of the pen a stroke, beside those that put it down and lift it. */
const REPORTS = 12;

/** What a stretch of writing came to. */
interface Stretch {
  /** Milliseconds from a pen's event until its ink was painted: the mean, and the slowest 5 %. */
  readonly nib: number;
  readonly nib95: number;
  /** Milliseconds from lifting the pen until the frame with the stroke on its page was painted. */
  readonly lifted: number;
  /** The same for a frame in which nothing is painted. */
  readonly idle: number;
  /** How many events painted no ink before they were over. */
  readonly missed: number;
  readonly strokes: number;
}

declare global {
  interface Window {
    begin(): Promise<void>;
    /** Writes as much as a hand does in so many minutes, as fast as the browser can. */
    write(minutes: number): Promise<Stretch>;
  }
}

const host = document.getElementById("host") as HTMLElement;
// A pointer that no device has cannot be captured.
host.setPointerCapture = () => undefined;

let fills = 0;
const fill = CanvasRenderingContext2D.prototype.fill;
CanvasRenderingContext2D.prototype.fill = function (this: CanvasRenderingContext2D, path: Path2D) {
  if (this.canvas instanceof HTMLCanvasElement && this.canvas.dataset["layer"] === "nib") {
    fills += 1;
  }
  fill.call(this, path);
} as typeof fill;

let tablet: ARoom;
let service: AService;
let desk: InkDesk;
let seed = 7;
let minute = 0;

window.begin = async () => {
  tablet = await ARoom.open();
  const { room } = tablet;
  service = new AService(tablet.line, room);
  tablet.enter("member", snapshot({ documents: [paper("d1", "i1", PAGES)] }));
  const makeId = () => crypto.randomUUID();
  desk = openDesk(room, makeId);
  const pages = await blankPages();
  mountSheet(host, { room, desk, pages, makeId, background: "#888" });
  desk.take("pen");
  await frame();
  await frame();
};

window.write = async (minutes) => {
  const [nib, lifted, idle]: [number[], number[], number[]] = [[], [], []];
  let missed = 0;
  for (const end = minute + minutes; minute < end; minute += 1) {
    // Back and forth, as people read: every minute another page, and often one of before.
    const number = 1 + Math.floor(PAGES * chance());
    tablet.room.show(page("d1", number));
    service.answer();
    await frame();
    for (let stroke = 0; stroke < STROKES_A_MINUTE; stroke += 1) {
      missed += scribble(nib);
      service.answer();
      if (stroke % STROKES_A_FRAME !== 0) continue;
      lifted.push(await frame());
      await frame();
      idle.push(await frame());
    }
    desk.take("eraser");
    for (let swept = 0; swept < ERASED_A_MINUTE; swept += 1) scribble([]);
    desk.take("pen");
    for (let undone = 0; undone < UNDONE_A_MINUTE; undone += 1) desk.undo();
    desk.redo();
    if (minute % 10 === 9) note();
    service.answer();
    await frame();
    service.answer();
  }
  return {
    nib: mean(nib),
    nib95: at(nib, 0.95),
    lifted: at(lifted, 0.5),
    idle: at(idle, 0.5),
    missed,
    strokes: service.standing,
  };
};

/** One line of the pen; how many of its events painted nothing. */
function scribble(took: number[]): number {
  let [x, y] = [90 + 620 * chance(), 60 + 950 * chance()];
  let way = 2 * Math.PI * chance();
  let missed = 0;
  const tell = (type: string, buttons: number) => {
    const before = fills;
    const begun = performance.now();
    host.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        pointerType: "pen",
        buttons,
        pressure: 0.3 + 0.4 * chance(),
        clientX: x,
        clientY: y,
        bubbles: true,
      }),
    );
    if (type !== "pointermove") return;
    took.push(performance.now() - begun);
    if (fills === before) missed += 1;
  };
  tell("pointerdown", 1);
  for (let report = 0; report < REPORTS; report += 1) {
    way += chance() - 0.5;
    x += 6 * Math.cos(way);
    y += 6 * Math.sin(way);
    tell("pointermove", 1);
  }
  tell("pointerup", 0);
  return missed;
}

function note(): void {
  desk.words.begin(page("d1", 1), { x: 8_000 * chance(), y: 12_000 * chance() }, 14_142);
  const begun = desk.words.writing.value;
  if (begun !== null) desk.words.writing.value = { ...begun, text: "예산을 다시 확인할 것" };
  desk.words.finish();
}

/** From 0 to 1; the multiplier and the increment are those of C's old `rand`. */
function chance(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
}

/** Milliseconds until the next frame was painted. */
function frame(): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
  });
}

/** Without the slowest tenth; no median, for the browser's clock ticks in tenths of a millisecond. */
function mean(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const usual = sorted.slice(0, Math.ceil(0.9 * sorted.length));
  return usual.reduce((sum, took) => sum + took, 0) / usual.length;
}

function at(numbers: number[], part: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
