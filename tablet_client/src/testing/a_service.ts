// The service of a tablet that writes alone: takes every command, remembers the ink, answers.
import type { LiveRoom } from "../meeting/live_room.ts";
import type { Mark, MessageFromTablet, StreamName } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { entry } from "./a_meeting.ts";
import { NOTES_EPOCH } from "./a_room.ts";
import type { FakeLine } from "./fake_line.ts";

const ME = { seat_id: "me", name: "이과장" };

/** Answers what was said on the line whenever it is asked to. */
export class AService {
  readonly #line: FakeLine;
  readonly #room: LiveRoom;
  readonly #ink = new Map<string, Mark[]>();
  readonly #seq: Record<StreamName, number> = { meeting: 10, notes: 0, collected: 0 };

  constructor(line: FakeLine, room: LiveRoom) {
    this.#line = line;
    this.#room = room;
  }

  /** The strokes that stand on all pages. */
  get standing(): number {
    let sum = 0;
    for (const marks of this.#ink.values()) sum += marks.length;
    return sum;
  }

  answer(): void {
    for (const message of this.#line.said.splice(0)) this.#take(message);
  }

  #take(message: MessageFromTablet): void {
    switch (message.type) {
      case "AddStroke": {
        const { stream, stroke, command_id } = message;
        const seq = this.#next(stream);
        this.#on(`${stream} ${pageKey(stroke.page)}`).push({ stroke, by: ME, seq });
        this.#tell(stream, seq, command_id, { type: "StrokeAdded", stroke });
        break;
      }
      case "EraseStrokes": {
        const { stream, page, stroke_ids, command_id } = message;
        const key = `${stream} ${pageKey(page)}`;
        const left = this.#on(key).filter(({ stroke }) => !stroke_ids.includes(stroke.stroke_id));
        this.#ink.set(key, left);
        this.#tell(stream, this.#next(stream), command_id, {
          type: "StrokesErased",
          page,
          stroke_ids,
        });
        break;
      }
      case "ReadInk": {
        const { stream, page, after = 0 } = message;
        const marks = this.#on(`${stream} ${pageKey(page)}`).filter((mark) => mark.seq > after);
        this.#room.heard({ type: "Ink", stream, page, after, marks, more: false });
      }
    }
  }

  #tell(
    stream: StreamName,
    seq: number,
    command_id: string,
    event: Parameters<typeof entry>[1][number],
  ): void {
    const told = entry(seq, [event], { command_id, by: ME });
    this.#room.heard({ type: "Advance", stream, epoch: NOTES_EPOCH, entry: told });
  }

  #next(stream: StreamName): number {
    this.#seq[stream] += 1;
    return this.#seq[stream];
  }

  #on(key: string): Mark[] {
    const known = this.#ink.get(key);
    if (known !== undefined) return known;
    const fresh: Mark[] = [];
    this.#ink.set(key, fresh);
    return fresh;
  }
}
