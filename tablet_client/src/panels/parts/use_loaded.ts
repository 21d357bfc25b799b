import { useCallback, useEffect, useState } from "preact/hooks";
import { type Problem, problemIn } from "../doors.ts";

/** Something asked of the service: there, refused, not reached, or still on its way. */
export interface Loaded<T> {
  value: T | null;
  problem: Problem | null;
  unreached: boolean;
  reload: () => void;
}

/** Asks once, again whenever `depends` changes, and again on `reload`; keeps the last answer. */
export function useLoaded<T>(ask: () => Promise<T>, depends: readonly unknown[]): Loaded<T> {
  const [answer, setAnswer] = useState<Omit<Loaded<T>, "reload">>({
    value: null,
    problem: null,
    unreached: false,
  });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    ask()
      .then((value) => wanted && setAnswer({ value, problem: null, unreached: false }))
      .catch((thrown) => {
        const problem = problemIn(thrown);
        if (wanted) setAnswer((was) => ({ ...was, problem, unreached: problem === null }));
      });
    return () => {
      wanted = false;
    };
  }, [...depends, round]);
  const reload = useCallback(() => setRound((was) => was + 1), []);
  return { ...answer, reload };
}
