import { useEffect, useState } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { announce } from "../parts/announcer.tsx";
import { Icon } from "../parts/icon.tsx";

/** Whether the presenter has everyone's screen black just now. */
export function isDark(room: Room): boolean {
  const state = room.state.value;
  return state?.phase === "open" && state.dark;
}

/**
 * In place of the page while the presenter's screen is black; a reader may read on alone.
 *
 * Who reads alone anyway sees nothing of it; beside one's own page it covers the presenter's.
 */
export function DarkSheet({ room, isBeside = false }: { room: Room; isBeside?: boolean }) {
  const w = words.value.together;
  const [readsOn, setReadsOn] = useState(false);
  const dark = isDark(room);
  const follows = isBeside || (room.following.value && !room.leading.value);
  const covers = dark && !readsOn && follows;
  useEffect(() => {
    if (!dark) return;
    announce(words.value.together.dark);
    return () => {
      setReadsOn(false);
      announce(words.value.together.lit);
    };
  }, [dark]);
  if (!covers) return null;
  return (
    <div class="dark-sheet" data-testid="dark-sheet">
      <Icon name="dark" />
      <p class="dark-said">{w.dark}</p>
      <p class="quiet">{w.darkHint}</p>
      {!isBeside && !room.held.value && (
        <button
          type="button"
          class="button"
          data-testid="dark-read"
          onClick={() => setReadsOn(true)}
        >
          {w.darkRead}
        </button>
      )}
    </div>
  );
}
