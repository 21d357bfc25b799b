import type { ReadonlySignal } from "@preact/signals";
import type { Problem } from "./doors.ts";

export type UploadState = "waiting" | "sending" | "checking" | "done" | "refused";

/** What a new version did to the pages of a document, counted. */
export interface NewVersion {
  version: number;
  pages: number;
  /** The name of the file sent; the document keeps its own. */
  name: string;
  /** False for the file that stood there already. */
  replaced: boolean;
  /** False when the two versions could not be compared, or not in time. */
  compared: boolean;
  same: number;
  changed: number;
  added: number;
  removed: number;
}

/** One file on its way to an agenda item, or to a document as its new version. */
export interface Upload {
  id: string;
  replaces: string | null;
  outcome: ReadonlySignal<NewVersion | null>;
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
  replace(document: { document_id: string; item_id: string }, file: File): void;
  forget(id: string): void;
}
