import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import type { View } from "./view.ts";

/** Where I am and where the presenter is, with the one button back; nothing while following. */
export function FollowPill({ room, view }: { room: Room; view: View }) {
  const w = words.value.room;
  const { mine, theirs } = view;
  if (room.following.value || room.leading.value || mine === null || theirs === null) return null;
  const led = view.state.lead !== null;
  return (
    <div class="pill" data-testid="follow-pill">
      <span class="pill-words">
        {w.mine} <strong>{mine.number}</strong> · {led ? w.theirs : w.everyones}{" "}
        <strong>{w.theirsPage(theirs.number)}</strong>
      </span>
      <button type="button" class="pill-button" data-testid="rejoin" onClick={() => room.rejoin()}>
        {led ? w.rejoin : w.rejoinEveryone}
      </button>
    </div>
  );
}
