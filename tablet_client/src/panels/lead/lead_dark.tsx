import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import { isDark } from "../together/dark_sheet.tsx";
import type { Lectern } from "./lectern.ts";

/** Over the presenter's own page, which stays in sight dimly: that nobody else sees it, and the way back. */
export function LeadDark({ room, lectern }: { room: Room; lectern: Lectern }) {
  const w = words.value.together;
  if (!room.leading.value || !isDark(room)) return null;
  return (
    <div class="lead-dark" data-testid="lead-dark">
      <div class="lead-dark-card" role="status">
        <p class="dark-said">
          <Icon name="dark" /> {w.darkYours}
        </p>
        <p class="quiet small">{w.darkYoursHint}</p>
        <button
          type="button"
          class="button primary turn"
          data-testid="lighten"
          onClick={() => lectern.darken()}
        >
          {w.lighten}
        </button>
      </div>
    </div>
  );
}
