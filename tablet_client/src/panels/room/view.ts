import { findPage, type PacketPage } from "../../meeting/packet.ts";
import type { Room } from "../../meeting/room.ts";
import type { Snapshot } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { type ItemSpan, spansOf } from "./packet_spans.ts";

/** What a room's screens show just now, read once per rendering. */
export interface View {
  state: Snapshot;
  packet: readonly PacketPage[];
  /** How many pages the packet has, those counted that this seat may not see. */
  pageCount: number;
  spans: readonly ItemSpan[];
  mine: PacketPage | null;
  theirs: PacketPage | null;
  /** The item whose veil this tablet shows in place of a page. */
  veil: ItemSpan | null;
  /** The number of the page shown, or of the first one under the veil; 0 for neither. */
  at: number;
  /** Whether this tablet cannot turn its pages: it is held with the presenter. */
  held: boolean;
  /** The number of the presenter's page, one under a veil too; null when there is none. */
  led: number | null;
}

/** The view of a room whose state has come; null until then. */
export function viewOf(room: Room): View | null {
  const state = room.state.value;
  if (state === null) return null;
  const packet = room.packet.value;
  const role = room.you.value?.role ?? null;
  const spans = spansOf(state, packet, { role, closedItem: words.value.steer.closedItem });
  const mine = findPage(packet, room.shown.value);
  const theirs = presented(state, packet);
  const veil = spanOf(spans, room.veiled.value);
  return {
    state,
    packet,
    pageCount: room.pageCount.value,
    spans,
    mine,
    theirs,
    veil,
    at: mine?.number ?? veil?.veiled?.from ?? 0,
    held: room.held.value,
    led: theirs?.number ?? spanOf(spans, state.veiled)?.veiled?.from ?? null,
  };
}

/** The page everyone is shown: a presenter who has not turned yet stands at the first one. */
function presented(state: Snapshot, packet: readonly PacketPage[]): PacketPage | null {
  if (state.phase !== "open" || state.veiled !== null) return null;
  const turned = findPage(packet, state.page);
  return turned ?? (state.lead === null ? null : (packet[0] ?? null));
}

function spanOf(spans: readonly ItemSpan[], itemId: string | null): ItemSpan | null {
  return spans.find((span) => span.item.item_id === itemId) ?? null;
}
