import { useEffect } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import { isForTheSheet } from "../room/use_page_keys.ts";

/** What a clicker's other buttons mean at the lectern. */
export interface LecternKeys {
  /** Its black button (`b` or a full stop). */
  onDark(): void;
  /** Its start button (F5): the browser would load the page anew in the middle of a talk. */
  onStart(): void;
  /** Its end button (Escape): whatever is special ends; whether there was something. */
  onEnd(): boolean;
}

/** Hears the buttons of a clicker while the lectern stands and this seat leads. */
export function useLecternKeys(room: Room, keys: LecternKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "F5" && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        keys.onStart();
        return;
      }
      if (!room.leading.peek() || !isForTheSheet(event)) return;
      // By its place on the keyboard too: with Hangul on, the B key says a jamo.
      if (event.key === "b" || event.key === "B" || event.code === "KeyB" || event.key === ".") {
        event.preventDefault();
        keys.onDark();
      } else if (event.key === "Escape" && keys.onEnd()) event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}
