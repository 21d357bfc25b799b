import { useMemo } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import type { Item } from "../../protocol/messages.ts";
import { clock, hoursAndMinutes } from "../../words/figures.ts";
import { words } from "../../words/words.ts";
import { useNow } from "../parts/use_now.ts";
import { itemBegan } from "./item_began.ts";

interface ItemClockProps {
  room: Room;
  meetingId: string;
  item: Item;
}

/** How long this item has taken, beside how long it was to take; past that, by how much. */
export function ItemClock({ room, meetingId, item }: ItemClockProps) {
  const w = words.value;
  const now = useNow(room, 1000);
  const began = useMemo(
    () => itemBegan(() => sessionStorage, meetingId, item.item_id, room.now()),
    [meetingId, item.item_id, room],
  );
  const spent = now - began;
  const planned = item.minutes * 60_000;
  const over = planned > 0 && spent > planned;
  return (
    <span class={over ? "item-clock over" : "item-clock"} role="timer" title={w.lead.itemClock}>
      <strong>{clock(spent)}</strong>
      {planned > 0 && !over && <span class="quiet"> / {clock(planned)}</span>}
      {over && (
        <>
          <span class="item-clock-over"> {w.together.overBy(clock(spent - planned))}</span>
          <span class="unseen">{w.lead.over}</span>
        </>
      )}
    </span>
  );
}

/** How long the meeting has been open, beside what its items were to take together. */
export function MeetingClock({ room }: { room: Room }) {
  const w = words.value.together;
  const now = useNow(room, 12_000);
  const state = room.state.value;
  if (state === null || state.opened_at === null) return null;
  const planned = state.items.reduce((sum, item) => sum + item.minutes * 60_000, 0);
  const spent = now - state.opened_at;
  const over = planned > 0 && spent > planned;
  return (
    <span class={over ? "meeting-clock over" : "meeting-clock"} title={w.meetingClock}>
      {w.meetingTime(hoursAndMinutes(spent), planned > 0 ? hoursAndMinutes(planned) : null)}
    </span>
  );
}
