import type { InkDesk } from "../ink/desk.ts";
import { touches } from "../ink/erasing.ts";
import type { InkPoint } from "../ink/geometry.ts";
import { pack, pageHeight } from "../ink/geometry.ts";
import { widthOf } from "../ink/outline.ts";
import { StrokeBuilder } from "../ink/stroke_builder.ts";
import type { Room, SheetMark } from "../meeting/room.ts";
import type { Colour, PageRef, StreamName } from "../protocol/messages.ts";
import { ChoosingHand } from "./choosing_hand.ts";
import type { Chosen } from "./chosen_paint.ts";
import type { Drawing } from "./nib.ts";

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
  | { readonly kind: "point"; readonly page: PageRef }
  | { readonly kind: "choose" }
  | { readonly kind: "put"; readonly page: PageRef; readonly tool: "note" | "stamp"; at: Place };

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The hand on the sheet: draws, erases and points through the same desk and room as any panel. */
export class Hand {
  readonly #room: Room;
  readonly #desk: InkDesk;
  readonly #makeId: () => string;
  readonly #choosing: ChoosingHand;
  #act: Act | null = null;
  #ahead: readonly InkPoint[] = [];
  #carried: ReadonlySet<string> = NOTHING;
  #pointer: { readonly page: PageRef; readonly at: Place } | null = null;
  #untold = false;
  #toldAt = 0;

  constructor(room: Room, desk: InkDesk, makeId: () => string) {
    this.#room = room;
    this.#desk = desk;
    this.#makeId = makeId;
    this.#choosing = new ChoosingHand(desk.choosing);
  }

  /** The stroke being drawn, to paint it. */
  get drawing(): Drawing | null {
    if (this.#act?.kind !== "draw") return null;
    const { look, points } = this.#act.builder;
    return { look, points, ahead: this.#ahead };
  }

  /** What the lasso holds, or goes around. */
  get chosen(): Chosen | null {
    return this.#choosing.chosen;
  }

  /**
   * Strokes that are not where they stood: the eraser has touched them, or the lasso carries
   * them. Another set for more.
   */
  get erasing(): ReadonlySet<string> {
    if (this.#act?.kind === "erase") return this.#act.hidden;
    return this.#carried;
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
    } else if (tool === "lasso") {
      this.#act = { kind: "choose" };
      this.#choosing.begin(point);
    } else if (tool === "note" || tool === "stamp") {
      this.#act = { kind: "put", page, tool, at: point };
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
      if (this.#act?.kind === "choose") this.#choosing.go(point);
      if (this.#act?.kind === "put") this.#act.at = point;
    }
    this.#ahead = [];
    this.#hideCarried();
  }

  /** Where the device expects the tool next, until it says where it is. */
  foresee(points: readonly InkPoint[]): void {
    this.#ahead = points;
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
    this.#ahead = [];
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
    if (act?.kind === "choose") this.#choosing.finish();
    if (act?.kind === "put") this.#put(act);
    this.#hideCarried();
  }

  /** Forgets what was begun: it was no stroke. */
  abandon(): void {
    this.#act = null;
    this.#ahead = [];
    this.#choosing.abandon();
    this.#hideCarried();
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
    const { colour, weight, layers } = this.#desk;
    const tool = highlights ? "highlighter" : "pen";
    // A dark highlighter would hide what it marks.
    const unfit = highlights ? isDark(colour.value) : isPale(colour.value);
    const ink = unfit ? (highlights ? "yellow" : "red") : colour.value;
    const look = { page, tool, colour: ink, width: widthOf(tool, weight.value) } as const;
    const stream = layers.now.value;
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

  #put({ page, tool, at }: Extract<Act, { kind: "put" }>): void {
    const { words, choosing } = this.#desk;
    if (tool === "stamp") {
      words.put(page, at);
      return;
    }
    const document = this.#room.state.value?.documents.find(
      (each) => each.document_id === page.document_id,
    );
    const size = document?.sizes[page.page - 1];
    if (size === undefined) return;
    const there = choosing.under(at);
    // A tap beside a note in hand is how people say that it is done.
    if (words.writing.value !== null) words.finish();
    else if (there?.stroke.tool === "note") words.change(there, pageHeight(size));
    else words.begin(page, at, pageHeight(size));
  }

  /** The set is another one only when what is carried is. */
  #hideCarried(): void {
    if (!this.#choosing.isMoving) this.#carried = NOTHING;
    else if (this.#carried === NOTHING) {
      const marks = this.#desk.choosing.marks.value;
      this.#carried = new Set(marks.map((mark) => mark.stroke.stroke_id));
    }
  }

  #tellStroke(act: Extract<Act, { kind: "draw" }>): void {
    const { id, look, points } = act.builder;
    this.#room.pass({
      type: "StrokeProgress",
      stroke_id: id,
      ...look,
      start: act.told,
      points: pack(points.slice(act.told)),
    });
    act.told = points.length;
  }
}

function isDark(colour: Colour): boolean {
  return colour === "black" || colour === "red";
}

function isPale(colour: Colour): boolean {
  return colour === "yellow" || colour === "green";
}
