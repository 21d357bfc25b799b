import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import type { View } from "./view.ts";

/** Who turns the pages, while the meeting is open, and whether they are still in the room. */
export function LeaderName({ room, view }: { room: Room; view: View }) {
  const w = words.value.lead;
  if (view.state.phase !== "open") return null;
  const lead = view.state.lead;
  const away = lead !== null && room.lostSince.value !== null;
  const led = lead === null ? w.nobody : away ? w.away(lead.name) : w.led(lead.name);
  return (
    <span
      class={lead === null ? "leader-name quiet" : "leader-name"}
      data-testid="leader-name"
      data-leader={lead?.seat_id ?? ""}
      data-away={away}
    >
      {lead !== null && <span class={away ? "dot amber" : "lead-dot"} />}
      <span class="oneline">{room.leading.value ? w.you : led}</span>
    </span>
  );
}
