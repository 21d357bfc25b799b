import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { Switch } from "../parts/switch.tsx";

/** Whether members' ink may be shared: a switch, on or off. */
export function AllowWriting({ room }: { room: Room }) {
  const w = words.value.lead;
  return (
    <section class="lead-card">
      <Switch
        label={w.allow}
        hint={w.allowHint}
        checked={room.state.value?.members_may_write === true}
        testid="allow-writing"
        onChange={(allowed) => void room.ask({ type: "AllowWriting", allowed })}
      />
    </section>
  );
}
