import { useEffect, useState } from "preact/hooks";
import { type Problem, problemIn } from "../doors.ts";
import { pageSeen } from "./page_seen.ts";
import { poll } from "./polling.ts";

/** The last answer and when it came (tablet's ms); `silent`: the last question had none. */
export interface Polled<T> {
  value: T | null;
  at: number;
  problem: Problem | null;
  silent: boolean;
}

/** Asks again and again while the page is seen; whatever fails, the last answer stays. */
export function usePolled<T>(ask: () => Promise<T>, every: number): Polled<T> {
  const [polled, setPolled] = useState<Polled<T>>({
    value: null,
    at: 0,
    problem: null,
    silent: false,
  });
  useEffect(
    () =>
      poll(ask, every, pageSeen, {
        answer: (value) => setPolled({ value, at: Date.now(), problem: null, silent: false }),
        failed: (thrown) =>
          setPolled((was) => ({ ...was, problem: problemIn(thrown), silent: true })),
      }),
    [ask, every],
  );
  return polled;
}
