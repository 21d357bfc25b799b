import type {
  Cut,
  Keeping,
  Kept,
  KeptRoom,
  KeptSheet,
  Reading,
  Unsent,
} from "../meeting/keeping.ts";
import { pageKey } from "../protocol/page_key.ts";

/** A tablet's memory that lives as long as the test; like the browser's, it copies. */
export class MemoryKeeping implements Keeping {
  readonly #unsent = new Map<string, Unsent>();
  readonly #sheets = new Map<string, KeptSheet>();
  #reading: Reading | null = null;
  #room: KeptRoom | null = null;

  async load(): Promise<Kept> {
    return structuredClone({
      unsent: [...this.#unsent.values()],
      reading: this.#reading,
      room: this.#room,
      sheets: [...this.#sheets.values()],
    });
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

  async keepCut({ room, sheets, gone }: Cut): Promise<boolean> {
    this.#room = structuredClone(room);
    for (const sheet of sheets) {
      this.#sheets.set(`${sheet.stream} ${pageKey(sheet.page)}`, structuredClone(sheet));
    }
    for (const { stream, key } of gone) this.#sheets.delete(`${stream} ${key}`);
    return true;
  }

  forgetRoom(): void {
    this.#room = null;
    this.#sheets.clear();
  }

  ids(): readonly string[] {
    return [...this.#unsent.keys()];
  }
}
