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

  /** Looks now: the line is back, so the service may have been started anew. */
  async look(): Promise<void> {
    try {
      const source = await this.#parts.fetchStart();
      if (isRenewed(source, this.#parts.script)) this.#parts.reload();
    } catch {
      // The service is away; the line says so, and the next look comes by itself.
    }
  }

  /** The service will not talk to this client any more: another may stand there in a minute. */
  giveUp(): void {
    this.#callOff();
    this.#callOff = this.#parts.later(RETRY_MS, () => this.#parts.reload());
  }

  stop(): void {
    this.#callOff();
  }
}
