import type { History } from "../ink/history.ts";
import { packPast, unpackPast } from "../ink/past_kept.ts";

/** Keeps in the tab, through a reload, what its hand can take back; the function ends that. */
export function pastInTab(history: History, place: string): () => void {
  try {
    history.restore(unpackPast(sessionStorage.getItem(place)));
    sessionStorage.removeItem(place);
  } catch {
    // A tab without a memory, or with words of nobody's: then undo begins anew.
  }
  const keep = () => {
    try {
      sessionStorage.setItem(place, packPast(history));
    } catch {
      // Too full: ink is kept elsewhere, and only undo begins anew.
    }
  };
  addEventListener("pagehide", keep);
  return () => removeEventListener("pagehide", keep);
}
