/** A question that was put to the service, and the way to take it back. */
export interface Asked<T> {
  readonly answer: Promise<T>;
  /** Nobody waits for the answer any more; it may come all the same. */
  stop(): void;
}

/** Puts a question by its path, `/api/…`; rejects with whatever the way there throws. */
export type Ask = <T>(path: string) => Asked<T>;

/** Acts after so many milliseconds, unless the returned function is called before. */
export type Later = (milliseconds: number, act: () => void) => () => void;

/** Where and how the reading room asks. */
export interface AskingParts {
  readonly ask: Ask;
  readonly later: Later;
}

/** Whether the refusal says that the same may succeed later; what is no refusal may. */
export function mayTryAgain(thrown: unknown): boolean {
  if (typeof thrown !== "object" || thrown === null || !("again" in thrown)) return true;
  return thrown.again !== false;
}
