import { effect, type ReadonlySignal } from "@preact/signals";
import type { LinkState } from "../../meeting/room.ts";

/** How often a wall looks whether there is a new client, in ms: it may hang for weeks. */
const LOOK_MS = 10 * 60_000;

/** A wall the service turned away for its age tries anew after this long, in ms. */
const RETRY_MS = 60_000;

/** The browser, handed in. */
export interface RenewalParts {
  /** The start page's source as the service has it now; rejects while it cannot be had. */
  readonly fetchStart: () => Promise<string>;
  /** The address of the script that runs here, as the start page names it. */
  readonly script: string;
  readonly reload: () => void;
  readonly clock: () => number;
  /** When a wall last reloaded because of a look, in ms; outlives the reload. */
  readonly renewedAt: { get(): number; set(at: number): void };
  /** Runs `act` after a while; the returned function calls it off. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
}

/** Whether the service's start page names another script than runs here; a broken page names none. */
export function isRenewed(source: string, script: string): boolean {
  return source.includes('type="module"') && !source.includes(script);
}

/** Loads the wall anew by itself, so that nobody need climb up to it. */
export class Renewal {
  readonly #parts: RenewalParts;
  #callOff: () => void = () => undefined;

  constructor(parts: RenewalParts) {
    this.#parts = parts;
  }

  /** Looks every ten minutes until stopped. */
  start(): void {
    this.#callOff();
    this.#callOff = this.#parts.later(LOOK_MS, () => {
      this.start();
      void this.look();
    });
  }

  /** Looks whenever the line comes back, also when it was gone for less than a frame; returns the end. */
  follow(link: ReadonlySignal<LinkState>): () => void {
    return effect(() => {
      if (link.value === "live") void this.look();
    });
  }

  /** Looks now: the service may have been started anew. */
  async look(): Promise<void> {
    try {
      const source = await this.#parts.fetchStart();
      if (isRenewed(source, this.#parts.script)) this.#renew();
    } catch {
      // The service is away; the line says so, and the next look comes by itself.
    }
  }

  /** The service will not talk to this client any more: another may stand there in a minute. */
  giveUp(): void {
    this.#callOff();
    this.#callOff = this.#parts.later(RETRY_MS, () => this.#parts.reload());
  }

  /** Once in ten minutes: a proxy may go on handing out the old page. */
  #renew(): void {
    const { clock, renewedAt, reload } = this.#parts;
    const since = clock() - renewedAt.get();
    // A clock that was set back must not hold the wall at the old client.
    if (since >= 0 && since < LOOK_MS) return;
    renewedAt.set(clock());
    reload();
  }

  stop(): void {
    this.#callOff();
  }
}
