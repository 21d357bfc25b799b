import { useState } from "preact/hooks";
import { sentence, words } from "../../words/words.ts";
import { problemIn } from "../doors.ts";

/** Something asked of the service by a button: under way or not, and what went wrong last. */
export function useTask() {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const run = async (task: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setWrong(null);
    try {
      await task();
      return true;
    } catch (thrown) {
      const problem = problemIn(thrown);
      setWrong(problem === null ? words.value.join.unreachable : sentence(problem));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, wrong };
}
