import { useEffect } from "preact/hooks";
import type { Search } from "../../reading/search.ts";
import { words } from "../../words/words.ts";
import { announce } from "../parts/announcer.tsx";

/** Long enough that a typist is not talked to between two keys. */
const QUIET_MS = 800;

/** Says how much was found to those who listen, once typing rests. */
export function useFoundAloud(search: Search): void {
  const w = words.value.find;
  const answered = search.answered.value;
  const busy = search.busy.value;
  const said =
    answered === null || busy
      ? null
      : answered.found.hits === 0
        ? w.nothing(answered.query.text.trim())
        : answered.found.more
          ? w.toldMore(answered.found.hits)
          : w.told(answered.found.hits, answered.found.pages.length);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => announce(said), QUIET_MS);
    return () => clearTimeout(timer);
  }, [said]);
}
