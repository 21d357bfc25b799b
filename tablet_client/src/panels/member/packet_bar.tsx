import { pageAt } from "../../meeting/packet.ts";
import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { PHONE, useMedia } from "../parts/use_media.ts";
import type { ItemSpan } from "../room/packet_spans.ts";
import type { View } from "../room/view.ts";

/**
 * The whole packet in one line: a part for each item, as long as it has pages.
 *
 * On a telephone the parts are too narrow for a finger: there the bar only shows.
 */
export function PacketBar({ room, view }: { room: Room; view: View }) {
  const w = words.value.room;
  const onlyShows = useMedia(PHONE);
  const parts = view.spans.filter((span) => placeOf(span) !== null);
  if (onlyShows) {
    return (
      <div class="packet-bar" aria-hidden="true" data-testid="packet">
        {parts.map((span) => (
          <span key={span.item.item_id} class={look(span, view)} style={length(span)}>
            <Track span={span} view={view} />
          </span>
        ))}
      </div>
    );
  }
  return (
    <fieldset
      class="packet-bar"
      aria-label={w.packet}
      data-testid="packet"
      style={{ "--parts": parts.length }}
    >
      {parts.map((span) => (
        <button
          key={span.item.item_id}
          type="button"
          class={look(span, view)}
          style={length(span)}
          disabled={span.pages === null || view.held}
          aria-label={label(span)}
          aria-current={isHere(span, view) ? "true" : undefined}
          title={span.item.title}
          onClick={() => {
            const first = pageAt(view.packet, span.pages?.from ?? 1);
            if (first !== null) room.show(first.page);
          }}
        >
          <Track span={span} view={view} />
        </button>
      ))}
    </fieldset>
  );
}

/** How much of an item is behind me, and where in it the presenter stands. */
function Track({ span, view }: { span: ItemSpan; view: View }) {
  const { item } = span;
  const pages = placeOf(span);
  if (pages === null) return null;
  const all = pages.to - pages.from + 1;
  const { at } = view;
  const seen = Math.min(all, Math.max(0, at - pages.from + 1)) / all;
  const ledItem = view.theirs?.item.item_id ?? view.state.veiled;
  const led = ledItem === item.item_id ? (view.led ?? at) : at;
  return (
    <>
      <span class="segment-track">
        <span class="segment-seen" style={{ width: `${seen * 100}%` }} />
      </span>
      {led !== at && (
        <span class="segment-lead" style={{ left: `${((led - pages.from + 0.5) / all) * 100}%` }} />
      )}
    </>
  );
}

/** Where an item stands in the packet, its pages seen or veiled; null without any. */
function placeOf({ pages, veiled }: ItemSpan): { from: number; to: number } | null {
  if (veiled === null || veiled.count === 0) return pages;
  return { from: veiled.from, to: veiled.from + veiled.count - 1 };
}

const isHere = (span: ItemSpan, view: View) =>
  (view.mine ?? view.veil)?.item.item_id === span.item.item_id;

const look = (span: ItemSpan, view: View) =>
  ["segment", isHere(span, view) && "here", span.veiled !== null && "veiled"]
    .filter(Boolean)
    .join(" ");

function length(span: ItemSpan) {
  const place = placeOf(span);
  return { flexGrow: place === null ? 0 : place.to - place.from + 1 };
}

function label(span: ItemSpan): string {
  const { number, item, veiled } = span;
  const place = placeOf(span);
  const said = words.value.room.segment(number, item.title, place?.from ?? 0, place?.to ?? 0);
  return veiled === null ? said : `${said}, ${words.value.steer.marks[veiled.why]}`;
}
