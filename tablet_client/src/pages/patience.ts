import type { Fetched } from "./fetch_page.ts";

/** Pauses between attempts while the service is away; the last one repeats. */
const PAUSES_MS = [500, 1_000, 2_000, 5_000] as const;
const LAST_PAUSE_MS = 5_000;

/** Runs `act` after a while unless aborted. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** What is known in the end: the service has answered, one way or the other. */
export type Known = Exclude<Fetched, { kind: "away" }>;

/** Asks again and again until the service answers; `onAway` hears of every vain attempt. */
export async function untilKnown(
  attempt: () => Promise<Fetched>,
  wait: Wait,
  signal: AbortSignal,
  onAway: () => void,
): Promise<Known> {
  for (let vain = 0; ; vain += 1) {
    const fetched = await attempt();
    if (fetched.kind !== "away") return fetched;
    onAway();
    await wait(PAUSES_MS[vain] ?? LAST_PAUSE_MS, signal);
  }
}

/** Waits by the browser's clock; rejects when aborted. */
export const waitAwhile: Wait = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
