import { useEffect, useRef } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { announce } from "../parts/announcer.tsx";
import { mayAnswer } from "./may_answer.ts";

/** Says a newcomer among the requests aloud, once, to whoever leads or steers. */
export function useRequestsAloud(room: Room): void {
  const known = useRef<ReadonlySet<string> | null>(null);
  const requests = room.state.value?.requests;
  const concerns = mayAnswer(room);
  useEffect(() => {
    if (requests === undefined) return;
    const fresh = requests.filter((each) => known.current?.has(each.seat_id) === false);
    known.current = new Set(requests.map((each) => each.seat_id));
    const [first] = fresh;
    if (concerns && first !== undefined) announce(words.value.steer.requestOf(first.name));
  }, [requests, concerns]);
}
