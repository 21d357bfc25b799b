import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import type { ItemSpan } from "../room/packet_spans.ts";
import type { View } from "../room/view.ts";

/** The whole packet in one line: a part for each item, as long as it has pages. */
export function PacketBar({ room, view }: { room: Room; view: View }) {
  const w = words.value.room;
  return (
    <fieldset class="packet-bar" aria-label={w.packet} data-testid="packet">
      {view.spans.map((span) => (
        <Segment key={span.item.item_id} span={span} room={room} view={view} />
      ))}
    </fieldset>
  );
}

function Segment({ span, room, view }: { span: ItemSpan; room: Room; view: View }) {
  const { pages, item, number } = span;
  if (pages === null) return null;
  const length = pages.to - pages.from + 1;
  const at = view.mine?.number ?? 0;
  const seen = Math.min(length, Math.max(0, at - pages.from + 1)) / length;
  const here = seen > 0 && at <= pages.to;
  const led = view.theirs?.item.item_id === item.item_id ? view.theirs.number : null;
  const label = words.value.room.segment(number, item.title, pages.from, pages.to);
  return (
    <button
      type="button"
      class={here ? "segment here" : "segment"}
      style={{ flexGrow: length }}
      aria-label={label}
      aria-current={here ? "true" : undefined}
      title={item.title}
      onClick={() => {
        const first = view.packet[pages.from - 1];
        if (first !== undefined) room.show(first.page);
      }}
    >
      <span class="segment-track">
        <span class="segment-seen" style={{ width: `${seen * 100}%` }} />
      </span>
      {led !== null && led !== at && (
        <span
          class="segment-lead"
          style={{ left: `${((led - pages.from + 0.5) / length) * 100}%` }}
        />
      )}
    </button>
  );
}
