import type { ReadonlySignal } from "@preact/signals";
import type { Problem } from "./doors.ts";

export type UploadState = "waiting" | "sending" | "checking" | "done" | "refused";

/** One file on its way to an agenda item. */
export interface Upload {
  id: string;
  itemId: string;
  name: string;
  size: number;
  sent: ReadonlySignal<number>;
  state: ReadonlySignal<UploadState>;
  problem: ReadonlySignal<Problem | null>;
  retry(password?: string): void;
  cancel(): void;
}

/** The secretary's queue of files. */
export interface Uploads {
  readonly list: ReadonlySignal<readonly Upload[]>;
  add(itemId: string, files: readonly File[]): void;
  forget(id: string): void;
}
