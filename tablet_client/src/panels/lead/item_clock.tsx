import { useMemo } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import type { Item } from "../../protocol/messages.ts";
import { clock } from "../../words/figures.ts";
import { words } from "../../words/words.ts";
import { useNow } from "../parts/use_now.ts";
import { itemBegan } from "./item_began.ts";

interface ItemClockProps {
  room: Room;
  meetingId: string;
  item: Item;
}

/** How long this item has taken, beside how long it was to take. */
export function ItemClock({ room, meetingId, item }: ItemClockProps) {
  const w = words.value.lead;
  const now = useNow(room, 1000);
  const began = useMemo(
    () => itemBegan(sessionStorage, meetingId, item.item_id, room.now()),
    [meetingId, item.item_id, room],
  );
  const spent = now - began;
  const planned = item.minutes * 60_000;
  const over = planned > 0 && spent > planned;
  return (
    <span class={over ? "item-clock over" : "item-clock"} role="timer" title={w.itemClock}>
      <strong>{clock(spent)}</strong>
      {planned > 0 && <span class="quiet"> / {clock(planned)}</span>}
      {over && <span class="unseen">{w.over}</span>}
    </span>
  );
}
