import { useState } from "preact/hooks";
import { erasures } from "../../ink/history.ts";
import type { Room } from "../../meeting/room.ts";
import type { AddStroke } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { announce } from "../parts/announcer.tsx";
import { Confirm } from "../parts/confirm.tsx";
import { Icon } from "../parts/icon.tsx";

/** Ink that was not taken: it stays here until it is, and its writer may settle it at once. */
export function HeldBack({ room, newId }: { room: Room; newId: () => string }) {
  const w = words.value.pen;
  const [asking, setAsking] = useState(false);
  const held = room.heldBack.value;
  if (held.length === 0) return null;
  const shared = held.filter((each) => each.stream !== "notes");
  return (
    <section class="held-back" role="status" data-testid="held-back" data-count={held.length}>
      <Icon name="warning" />
      <span class="grow">{w.heldBack(held.length)}</span>
      {shared.length > 0 && (
        <button
          type="button"
          class="button primary"
          data-testid="keep-mine"
          onClick={() => {
            keepMine(room, shared, newId);
            announce(w.kept);
          }}
        >
          {w.keepMine}
        </button>
      )}
      <button type="button" class="button" data-testid="throw-away" onClick={() => setAsking(true)}>
        {w.throwAway}
      </button>
      {asking && (
        <Confirm
          title={w.throwAway}
          ask={w.throwAwayAsk(held.length)}
          yes={w.throwAway}
          dangerous
          onYes={() => throwAway(room, held)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** First the new ones: whatever happens in between, nothing is lost. */
function keepMine(room: Room, held: readonly AddStroke[], newId: () => string): void {
  for (const { stroke } of held) {
    const mine = { ...stroke, stroke_id: newId() };
    void room.ask({ type: "AddStroke", stream: "notes", stroke: mine });
  }
  throwAway(room, held);
}

/** Ink that was refused is taken back on this tablet: the service is not asked. */
function throwAway(room: Room, held: readonly AddStroke[]): void {
  for (const each of held) {
    for (const wish of erasures(each.stroke.page, [each])) void room.ask(wish);
  }
}
