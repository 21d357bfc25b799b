import { useEffect, useRef } from "preact/hooks";
import { findPage } from "../../meeting/packet.ts";
import type { Room } from "../../meeting/room.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import { announce } from "../parts/announcer.tsx";

/** Says page turns, lost and regained connections, and the opening aloud to those who listen. */
export function useAnnouncements(room: Room): void {
  const w = words.value.room;
  const shown = findPage(room.packet.value, room.shown.value);
  const key = shown === null ? null : pageKey(shown.page);
  const link = room.link.value;
  const phase = room.state.value?.phase ?? null;
  const lastLink = useRef(link);
  const lastPhase = useRef(phase);

  useEffect(() => {
    if (shown !== null) announce(w.turned(shown.number, shown.item.title));
  }, [key]);

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
