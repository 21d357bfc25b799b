import { useEffect, useRef } from "preact/hooks";
import { findPage } from "../../meeting/packet.ts";
import { regionFollowed } from "../../meeting/regions.ts";
import type { Room } from "../../meeting/room.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import { announce } from "../parts/announcer.tsx";
import { type Veil, veilOf } from "./veils.ts";

interface Seen {
  readonly key: string | null;
  readonly isFramed: boolean;
}

/** Says turns, framed parts, lost and regained connections, and the opening to those who listen. */
export function useAnnouncements(room: Room): void {
  const { room: w, steer, together } = words.value;
  const shown = findPage(room.packet.value, room.shown.value);
  const key = shown === null ? null : pageKey(shown.page);
  const link = room.link.value;
  const phase = room.state.value?.phase ?? null;
  const lastLink = useRef(link);
  const lastPhase = useRef(phase);

  const region = regionFollowed(room);
  const lastSeen = useRef<Seen>({ key: null, isFramed: false });
  useEffect(() => {
    const { key: before, isFramed: wasFramed } = lastSeen.current;
    lastSeen.current = { key, isFramed: region !== null };
    const isTurned = key !== before && shown !== null;
    const heard = isTurned ? [w.turned(shown.number, shown.item.title)] : [];
    if (region !== null) heard.push(together.regionAloud);
    else if (wasFramed && !isTurned) heard.push(together.wholeAloud);
    if (heard.length > 0) announce(heard.join(". "));
  }, [key, region?.x, region?.y, region?.width, region?.height]);

  const veil = veilShown(room);
  useEffect(() => {
    if (veil !== null) announce(steer.veiled[veil]);
  }, [room.veiled.value, veil, steer]);

  const held = room.held.value;
  useEffect(() => {
    if (held) announce(steer.held);
  }, [held, steer]);

  useEffect(() => {
    if (link === "away") announce(w.lost);
    else if (link === "live" && lastLink.current === "away") announce(w.live);
    lastLink.current = link;
  }, [link, w]);

  useEffect(() => {
    if (phase === "open" && lastPhase.current === "preparing") announce(w.opened);
    if (phase === "closed" && lastPhase.current === "open") announce(w.closed);
    lastPhase.current = phase;
  }, [phase, w]);
}

/** Why this tablet shows a veil in place of a page; null when it does not. */
function veilShown(room: Room): Veil | null {
  const state = room.state.value;
  const item = state?.items.find((each) => each.item_id === room.veiled.value);
  if (!state || item === undefined) return null;
  return veilOf(state, item, room.you.value?.role ?? null);
}
