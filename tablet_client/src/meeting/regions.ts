import type { Region } from "../protocol/messages.ts";
import { samePage } from "../protocol/page_key.ts";
import type { Room } from "./room.ts";

/** The part of the page shown that the presenter has framed; null while it is the whole. */
export function regionOn(room: Room): Region | null {
  const state = room.state.value;
  if (state === null || state.phase !== "open" || state.region === null) return null;
  return samePage(state.page, room.shown.value) ? state.region : null;
}

/** The part this tablet goes to by itself: where turns are only offered, looks are too. */
export function regionFollowed(room: Room): Region | null {
  const isOffered = room.state.value?.following === "suggest" && room.you.value?.role !== "screen";
  const goes = room.following.value && !room.leading.value && !isOffered;
  return goes ? regionOn(room) : null;
}

export function sameRegion(one: Region | null, other: Region | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.x === other.x &&
    one.y === other.y &&
    one.width === other.width &&
    one.height === other.height
  );
}
