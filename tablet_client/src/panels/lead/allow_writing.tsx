import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";

/** Whether members' ink may be shared: a switch, on or off. */
export function AllowWriting({ room }: { room: Room }) {
  const w = words.value.lead;
  const allowed = room.state.value?.members_may_write === true;
  return (
    <section class="lead-card">
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={allowed}
        data-testid="allow-writing"
        onClick={() => void room.ask({ type: "AllowWriting", allowed: !allowed })}
      >
        <span class="grow">
          <span>{w.allow}</span>
          <span class="quiet small">{w.allowHint}</span>
        </span>
        <span class="switch-track" aria-hidden="true" />
      </button>
    </section>
  );
}
