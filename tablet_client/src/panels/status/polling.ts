/** What polling needs of the browser, so that a test can stand in for it. */
export interface Watching {
  /** Whether anybody can see the page now. */
  seen(): boolean;
  /** Calls back whenever that changes; the answer ends it. */
  onSeen(changed: () => void): () => void;
  /** Calls back once after so many milliseconds; the answer takes it back. */
  later(milliseconds: number, act: () => void): () => void;
}

/**
 * Asks at once and again so many milliseconds after each answer, as long as the page is seen.
 *
 * Never asks twice at a time; an answer that comes after the end is dropped.
 */
export function poll<T>(
  ask: () => Promise<T>,
  every: number,
  watching: Watching,
  told: { answer(value: T): void; failed(thrown: unknown): void },
): () => void {
  let over = false;
  let asking = false;
  let forget = () => {};
  const ended = () => {
    asking = false;
    if (!over && watching.seen()) forget = watching.later(every, next);
  };
  const next = () => {
    forget();
    if (over || asking || !watching.seen()) return;
    asking = true;
    ask()
      .then(
        (value) => void (over || told.answer(value)),
        (thrown) => void (over || told.failed(thrown)),
      )
      .finally(ended);
  };
  const unwatch = watching.onSeen(next);
  next();
  return () => {
    over = true;
    forget();
    unwatch();
  };
}
