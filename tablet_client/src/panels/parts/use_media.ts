import { useEffect, useState } from "preact/hooks";

/** Below this the agenda becomes a sheet and the tools a strip; tablet.png needs 900 px. */
export const NARROW = "(max-width: 899px), (orientation: portrait)";

/** Below this a row has no place for a sentence and a button. */
export const PHONE = "(max-width: 599px)";

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const look = () => setHolds(list.matches);
    look();
    list.addEventListener("change", look);
    return () => list.removeEventListener("change", look);
  }, [query]);
  return holds;
}
