import { findPage, type PacketPage } from "../../meeting/packet.ts";
import type { Room } from "../../meeting/room.ts";
import type { Snapshot } from "../../protocol/messages.ts";
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
}

/** The view of a room whose state has come; null until then. */
export function viewOf(room: Room): View | null {
  const state = room.state.value;
  if (state === null) return null;
  const packet = room.packet.value;
  return {
    state,
    packet,
    pageCount: room.pageCount.value,
    spans: spansOf(state, packet),
    mine: findPage(packet, room.shown.value),
    theirs: presented(state, packet),
  };
}

/** The page everyone is shown: a presenter who has not turned yet stands at the first one. */
function presented(state: Snapshot, packet: readonly PacketPage[]): PacketPage | null {
  if (state.phase !== "open") return null;
  const turned = findPage(packet, state.page);
  return turned ?? (state.lead === null ? null : (packet[0] ?? null));
}
