import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { Dialog } from "../parts/dialog.tsx";
import { canBeGiven } from "./may_lead.ts";

/** The people in the room; one tap and the lead is theirs. */
export function HandOverDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const w = words.value;
  const leader = room.state.value?.lead?.seat_id ?? null;
  const people = canBeGiven(room.presence.value, leader);
  return (
    <Dialog title={w.lead.give} onClose={onClose} testid="hand-over-panel">
      <p class="quiet">{people.length === 0 ? w.lead.giveNobody : w.lead.giveHint}</p>
      <ul class="pick-list">
        {people.map((each) => (
          <li key={each.seat_id}>
            <button
              type="button"
              class="pick"
              data-testid={`hand-over-${each.name}`}
              onClick={() => {
                void room.ask({ type: "HandOver", seat_id: each.seat_id });
                onClose();
              }}
            >
              <span class="grow">{each.name}</span>
              <span class="quiet small">{w.roles[each.role]}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
