import type { Keeping, Kept, Reading, Unsent } from "../meeting/keeping.ts";

/** A tablet's memory that lives as long as the test; like the browser's, it copies. */
export class MemoryKeeping implements Keeping {
  readonly #unsent = new Map<string, Unsent>();
  #reading: Reading | null = null;

  async load(): Promise<Kept> {
    return structuredClone({ unsent: [...this.#unsent.values()], reading: this.#reading });
  }

  keep(unsent: Unsent): void {
    this.#unsent.set(unsent.command.command_id, structuredClone(unsent));
  }

  drop(commandId: string): void {
    this.#unsent.delete(commandId);
  }

  keepReading(reading: Reading): void {
    this.#reading = structuredClone(reading);
  }

  ids(): readonly string[] {
    return [...this.#unsent.keys()];
  }
}
