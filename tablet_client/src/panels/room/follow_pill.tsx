import { findPage } from "../../meeting/packet.ts";
import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import type { View } from "./view.ts";

/**
 * Where I am and where the presenter is, with the one button back; nothing while following.
 *
 * Where turns are only offered it is the offer, and where tablets are held the reason. With
 * both pages side by side each says itself which it is.
 */
export function FollowPill({ room, view }: { room: Room; view: View }) {
  const w = words.value;
  if (room.beside.isOn.value) return null;
  if (room.held.value) {
    return (
      <p class="pill held" data-testid="held">
        <Icon name="lock" />
        {w.steer.held}
      </p>
    );
  }
  const offered = findPage(view.packet, room.offered.value);
  if (offered !== null) {
    return (
      <button
        type="button"
        class="pill offered"
        data-testid="offered"
        onClick={() => room.rejoin()}
      >
        {w.steer.offered(offered.number)}
        <HowFar mine={view.at} theirs={offered.number} />
        <span class="unseen">, {w.steer.offeredGo}</span>
        <Icon name="next" />
      </button>
    );
  }
  if (room.following.value || room.leading.value) return null;
  if (view.mine === null || view.led === null) return null;
  const led = view.state.lead !== null;
  return (
    <div class="pill" data-testid="follow-pill">
      <span class="pill-words">
        {w.room.mine} <strong>{view.mine.number}</strong> · {led ? w.room.theirs : w.room.everyones}{" "}
        <strong>{w.room.theirsPage(view.led)}</strong>
        <HowFar mine={view.mine.number} theirs={view.led} />
      </span>
      <button type="button" class="pill-button" data-testid="rejoin" onClick={() => room.rejoin()}>
        {led ? w.room.rejoin : w.room.rejoinEveryone}
      </button>
    </div>
  );
}

/** How many pages I am ahead or behind, in a word; nothing on the same page. */
function HowFar({ mine, theirs }: { mine: number; theirs: number }) {
  const w = words.value.together;
  if (mine === theirs || mine === 0) return null;
  const said = mine > theirs ? w.ahead(mine - theirs) : w.behind(theirs - mine);
  return (
    <span class="pill-far" data-testid="how-far">
      {said}
    </span>
  );
}
