import { useLayoutEffect } from "preact/hooks";
import { darkRoom } from "./theme.ts";

/** Darkens the whole page while the calling screen stands. */
export function useDarkRoom(): void {
  useLayoutEffect(() => {
    darkRoom.value = true;
    return () => {
      darkRoom.value = false;
    };
  }, []);
}
