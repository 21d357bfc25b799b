import { useEffect, useState } from "preact/hooks";
import { useDoors, type Visit } from "../doors.ts";
import { pageSeen } from "../status/page_seen.ts";
import { poll } from "../status/polling.ts";
import type { Collected, CollectedDoor } from "./collected_door.ts";

/** New notes appear while somebody reads; an answer without news costs a few lines of a table. */
const EVERY_MS = 5_000;

/** What was collected so far; `lost`: the last question had no answer. */
export interface CollectedNow {
  door: CollectedDoor;
  value: Collected | null;
  lost: boolean;
}

/** Asks again and again while the page is seen; what is known stays when an answer is missing. */
export function useCollected(visit: Visit, meetingId: string, names: boolean): CollectedNow {
  const doors = useDoors();
  const [door] = useState(() => doors.collected(visit.kept, meetingId));
  const [value, setValue] = useState<Collected | null>(null);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let known = "";
    return poll(() => door.all(names, known), EVERY_MS, pageSeen, {
      answer(told) {
        setLost(false);
        if (told === null) return;
        known = told.tag;
        setValue(told);
      },
      failed: () => setLost(true),
    });
  }, [door, names]);
  return { door, value, lost };
}
