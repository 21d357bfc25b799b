import type { InkDesk } from "../ink/desk.ts";
import { touches } from "../ink/erasing.ts";
import type { InkPoint } from "../ink/geometry.ts";
import { pack } from "../ink/geometry.ts";
import { WIDTHS } from "../ink/outline.ts";
import { StrokeBuilder } from "../ink/stroke_builder.ts";
import type { Room, SheetMark } from "../meeting/room.ts";
import type { Colour, PageRef, StreamName } from "../protocol/messages.ts";

/** At most 30 signals a second: smooth to the eye, a third of what the service allows. */
const SIGNAL_MS = 33;

const NOTHING: ReadonlySet<string> = new Set();

/** What the hand is doing between pen down and pen up. */
type Act =
  | {
      readonly kind: "draw";
      readonly builder: StrokeBuilder;
      readonly stream: StreamName;
      told: number;
    }
  | {
      readonly kind: "erase";
      readonly page: PageRef;
      readonly gone: Map<string, SheetMark>;
      hidden: ReadonlySet<string>;
      at: Place;
    }
  | { readonly kind: "point"; readonly page: PageRef };

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The hand on the sheet: draws, erases and points through the same desk and room as any panel. */
export class Hand {
  readonly #room: Room;
  readonly #desk: InkDesk;
  readonly #makeId: () => string;
  #act: Act | null = null;
  #pointer: { readonly page: PageRef; readonly at: Place } | null = null;
  #untold = false;
  #toldAt = 0;

  constructor(room: Room, desk: InkDesk, makeId: () => string) {
    this.#room = room;
    this.#desk = desk;
    this.#makeId = makeId;
  }

  /** The stroke being drawn, to paint it. */
  get drawing(): Pick<StrokeBuilder, "look" | "points"> | null {
    return this.#act?.kind === "draw" ? this.#act.builder : null;
  }

  /** Strokes the eraser has touched: hidden at once, erased when it is lifted. Another set for more. */
  get erasing(): ReadonlySet<string> {
    return this.#act?.kind === "erase" ? this.#act.hidden : NOTHING;
  }

  /** Where one's own pointer is. */
  get pointer(): { readonly page: PageRef; readonly at: Place } | null {
    return this.#pointer;
  }

  /** Puts the tool down at a place on the page shown. */
  begin(point: InkPoint, withEraser: boolean): void {
    this.finish();
    const page = this.#room.shown.value;
    if (page === null) return;
    const tool = this.#desk.tool.value;
    if (withEraser || tool === "eraser") {
      this.#act = { kind: "erase", page, gone: new Map(), hidden: NOTHING, at: point };
    } else if (tool === "pointer") {
      this.#act = { kind: "point", page };
    } else {
      this.#act = this.#drawOn(page, tool === "highlighter");
    }
    this.go([point]);
  }

  /** Moves the tool on. */
  go(points: readonly InkPoint[]): void {
    for (const point of points) {
      if (this.#act?.kind === "draw") this.#draw(point);
      if (this.#act?.kind === "erase") this.#erase(point);
      if (this.#act?.kind === "point") this.hover(point);
    }
  }

  /** Shows where the pointer is: with the tool down, or with a mouse that only hovers. */
  hover(at: Place): void {
    const page = this.#room.shown.value;
    if (page === null || this.#desk.tool.value !== "pointer" || !this.#room.leading.value) return;
    this.#pointer = { page, at: { x: Math.round(at.x), y: Math.round(at.y) } };
    this.#untold = true;
  }

  /** Takes the pointer off the page, for everyone. */
  stopPointing(): void {
    if (this.#pointer === null) return;
    this.#pointer = null;
    this.#untold = false;
    this.#room.pass({ type: "PointerGone" });
  }

  /** Lifts the tool: what was done counts. */
  finish(): void {
    const act = this.#act;
    this.#act = null;
    if (act?.kind === "draw") {
      const stroke = act.builder.finish();
      if (stroke !== null) this.#desk.draw(stroke, act.stream);
    }
    if (act?.kind === "erase" && act.gone.size > 0) {
      const marks = [...act.gone.values()];
      const stream = marks[0]?.stream;
      if (stream !== undefined) this.#desk.erase(act.page, stream, marks);
    }
    if (act?.kind === "point") this.stopPointing();
  }

  /** Forgets what was begun: it was no stroke. */
  abandon(): void {
    this.#act = null;
    this.stopPointing();
  }

  /** Tells the others, at most every 33 ms; whether there is more to tell. */
  tell(now: number): boolean {
    if (!this.#untold) return false;
    if (now - this.#toldAt < SIGNAL_MS) return true;
    this.#toldAt = now;
    this.#untold = false;
    if (this.#pointer !== null) {
      const { page, at } = this.#pointer;
      this.#room.pass({ type: "PointerAt", page, ...at, ...this.#desk.pointerLook.value });
    }
    if (this.#act?.kind === "draw" && this.#act.stream === "meeting") this.#tellStroke(this.#act);
    return false;
  }

  #drawOn(page: PageRef, highlights: boolean): Act {
    const colour = this.#desk.colour.value;
    const look = highlights
      ? // A dark highlighter would hide what it marks.
        { page, tool: "highlighter" as const, colour: isDark(colour) ? "yellow" : colour }
      : { page, tool: "pen" as const, colour };
    const stream = this.#desk.mayShare.value ? this.#desk.layer.value : "notes";
    return { kind: "draw", builder: new StrokeBuilder(look, this.#makeId), stream, told: 0 };
  }

  #draw(point: InkPoint): void {
    if (this.#act?.kind !== "draw") return;
    const full = this.#act.builder.add(point);
    this.#untold = true;
    if (full === null) return;
    this.#desk.draw(full, this.#act.stream);
    this.#act.told = 0;
  }

  #erase(point: Place): void {
    if (this.#act?.kind !== "erase") return;
    const { gone, at } = this.#act;
    const before = gone.size;
    for (const mark of this.#room.ink.value) {
      const id = mark.stroke.stroke_id;
      if (gone.has(id) || !touches(mark.stroke, at, point)) continue;
      if (this.#desk.mayErase(mark)) gone.set(id, mark);
    }
    if (gone.size > before) this.#act.hidden = new Set(gone.keys());
    this.#act.at = point;
  }

  #tellStroke(act: Extract<Act, { kind: "draw" }>): void {
    const { id, look, points } = act.builder;
    this.#room.pass({
      type: "StrokeProgress",
      stroke_id: id,
      ...look,
      width: WIDTHS[look.tool],
      start: act.told,
      points: pack(points.slice(act.told)),
    });
    act.told = points.length;
  }
}

function isDark(colour: Colour): boolean {
  return colour === "black" || colour === "red";
}
