import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type {
  AddStroke,
  AnyCommand,
  EraseStrokes,
  Refused,
  StreamName,
} from "../protocol/messages.ts";
import type { Keeping, Unsent } from "./keeping.ts";
import type { Outcome } from "./room.ts";

/** Commands on their way at once: enough for fast writing, too few to look like a flood. */
const WINDOW = 16;

/** A turn, a change of lead or an opened embargo this old would surprise the room; ink never grows old. */
const STALE_AFTER = 60_000;

const MOMENTARY: ReadonlySet<AnyCommand["type"]> = new Set([
  "TurnPage",
  "TakeLead",
  "HandOver",
  "LeaveLead",
  "RequestLead",
  "DropRequest",
  "SetFollowing",
  "OpenItem",
]);

/** The log a command writes to. */
export function streamOf(command: AnyCommand): StreamName {
  return "stream" in command ? command.stream : "meeting";
}

/**
 * Commands whose outcome is not known yet, oldest first.
 *
 * Each is kept on the tablet until it is settled, and sent again in order on every new line;
 * its `command_id` makes that harmless.
 */
export class Outbox {
  readonly #waiting = signal<readonly Unsent[]>([]);
  readonly #sent = new Set<string>();
  readonly #held = signal<ReadonlySet<string>>(new Set());
  readonly #open = new Set<StreamName>();
  readonly #answers = new Map<string, (outcome: Outcome) => void>();
  readonly #parts: ConstructorParameters<typeof Outbox>[0];
  #order = 0;

  readonly unsent: ReadonlySignal<readonly Unsent[]> = this.#waiting;
  /** Ink that was refused and is offered again when the meeting changes. */
  readonly heldBack = computed(() =>
    this.#waiting.value
      .map((each) => each.command)
      .filter((command): command is AddStroke => command.type === "AddStroke")
      .filter((command) => this.#held.value.has(command.command_id)),
  );
  readonly count = computed(() => this.#waiting.value.length);

  constructor(parts: {
    readonly keeping: Keeping;
    readonly clock: () => number;
    /** Puts a command on the line; false when there is none. */
    readonly send: (command: AnyCommand) => boolean;
  }) {
    this.#parts = parts;
  }

  /** Takes up what was kept before a reload; older than anything added since. What waits stays. */
  restore(kept: readonly Unsent[]): void {
    const now = this.#parts.clock();
    const waiting = new Set(this.#waiting.value.map((each) => each.command.command_id));
    const sorted = kept
      .filter((each) => !waiting.has(each.command.command_id))
      .sort((a, b) => a.order - b.order);
    for (const each of sorted) {
      if (!isFresh(each, now)) this.#parts.keeping.drop(each.command.command_id);
    }
    const fresh = sorted.filter((each) => isFresh(each, now));
    const first = Math.max(0, ...fresh.map((each) => each.order + 1));
    const since = this.#waiting.value.map((each) => ({ ...each, order: first + each.order }));
    for (const each of since) this.#parts.keeping.keep(each);
    this.#order += first;
    this.#waiting.value = [...fresh, ...since];
    this.#flush();
  }

  /**
   * Queues a command. A turn replaces the turns that have not left yet; an erasure takes
   * back the ink that was refused for now instead of asking the service to erase it.
   */
  add(asked: AnyCommand): Promise<Outcome> {
    if (asked.type === "TurnPage") this.#overtake();
    const command = asked.type === "EraseStrokes" ? this.#withdraw(asked) : asked;
    if (command === null) return Promise.resolve({ ok: true });
    const unsent = { order: this.#order++, at: this.#parts.clock(), command };
    this.#waiting.value = [...this.#waiting.value, unsent];
    this.#parts.keeping.keep(unsent);
    const outcome = new Promise<Outcome>((resolve) => {
      this.#answers.set(command.command_id, resolve);
    });
    this.#flush();
    return outcome;
  }

  /** A new line: nothing has been sent on it, and no stream is ready. */
  begin(): void {
    this.#sent.clear();
    this.#held.value = new Set();
    this.#open.clear();
  }

  /** The stream is up to date on this line: its commands may go, but those of another time. */
  open(stream: StreamName): void {
    const now = this.#parts.clock();
    for (const each of this.#waiting.value) {
      if (!isFresh(each, now)) this.#forget(each.command.command_id, { ok: true });
    }
    this.#open.add(stream);
    this.#flush();
  }

  /** The command is known to count. */
  settle(commandId: string): void {
    this.#forget(commandId, { ok: true });
  }

  /**
   * The command does not count. Ink is held until `retry` or the next line, also where it
   * cannot succeed as it is: only its writer throws it away. An erasure that may succeed later
   * is held too; everything else is gone. Whether this is news: ink that is offered again and
   * refused again is not.
   */
  refuse(refused: Refused): boolean {
    const id = refused.command_id;
    const waiting = this.#waiting.value.find((each) => is(each, id));
    if (waiting === undefined || !isKept(waiting.command, refused)) {
      this.#forget(id, { ok: false, refused });
      return true;
    }
    const news = this.#answers.has(id);
    this.#sent.delete(id);
    this.#held.value = new Set([...this.#held.value, id]);
    this.#answers.get(id)?.({ ok: false, refused });
    this.#answers.delete(id);
    this.#flush();
    return news;
  }

  /** Offers again what was refused for now. */
  retry(): void {
    if (this.#held.value.size > 0) this.#held.value = new Set();
    this.#flush();
  }

  #flush(): void {
    for (const { command } of this.#waiting.value) {
      if (this.#sent.size >= WINDOW) return;
      const id = command.command_id;
      const mayGo = this.#open.has(streamOf(command));
      if (!mayGo || this.#sent.has(id) || this.#held.value.has(id)) continue;
      if (!this.#parts.send(command)) return;
      this.#sent.add(id);
    }
  }

  #overtake(): void {
    for (const { command } of this.#waiting.value) {
      if (command.type === "TurnPage" && !this.#sent.has(command.command_id)) {
        this.#forget(command.command_id, { ok: true });
      }
    }
  }

  #withdraw(erasure: EraseStrokes): EraseStrokes | null {
    const unwanted = new Set(erasure.stroke_ids);
    for (const { command } of this.#waiting.value) {
      if (command.type !== "AddStroke" || !this.#held.value.has(command.command_id)) continue;
      if (unwanted.delete(command.stroke.stroke_id)) this.#forget(command.command_id, { ok: true });
    }
    return unwanted.size === 0 ? null : { ...erasure, stroke_ids: [...unwanted] };
  }

  #forget(commandId: string, outcome: Outcome): void {
    if (!this.#waiting.value.some((each) => is(each, commandId))) return;
    this.#waiting.value = this.#waiting.value.filter((each) => !is(each, commandId));
    this.#sent.delete(commandId);
    if (this.#held.value.has(commandId)) {
      this.#held.value = new Set([...this.#held.value].filter((id) => id !== commandId));
    }
    this.#parts.keeping.drop(commandId);
    this.#answers.get(commandId)?.(outcome);
    this.#answers.delete(commandId);
    this.#flush();
  }
}

/** What stands already need not be drawn again; all other ink is its writer's to throw away. */
function isKept(command: AnyCommand, { again, code }: Refused): boolean {
  if (command.type === "AddStroke") return code !== "already_exists";
  return command.type === "EraseStrokes" && again;
}

function is(unsent: Unsent, commandId: string): boolean {
  return unsent.command.command_id === commandId;
}

function isFresh({ command, at }: Unsent, now: number): boolean {
  return !MOMENTARY.has(command.type) || now - at < STALE_AFTER;
}
