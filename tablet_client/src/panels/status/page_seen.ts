import type { Watching } from "./polling.ts";

/** Whether anybody sees this page, as its browser tells. */
export const pageSeen: Watching = {
  seen: () => document.visibilityState === "visible",
  onSeen(changed) {
    document.addEventListener("visibilitychange", changed);
    return () => document.removeEventListener("visibilitychange", changed);
  },
  later(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
