/** What became of something that was to be kept. */
export type Put = "kept" | "full" | "lost";

/** The leaves one seat keeps of one meeting. Nothing here throws: a store that fails is empty. */
export interface PacketStore {
  /** Bytes of everything kept, by key. */
  list(): Promise<ReadonlyMap<string, number>>;
  get(key: string): Promise<Blob | null>;
  put(key: string, blob: Blob): Promise<Put>;
  drop(keys: readonly string[]): Promise<void>;
  clear(): Promise<void>;
  /** Bytes that there is still room for; infinite where the browser does not say. */
  room(): Promise<number>;
  /** Whether this browser keeps anything at all. */
  works(): Promise<boolean>;
}
