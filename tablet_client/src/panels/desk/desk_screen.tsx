import { useMemo } from "preact/hooks";
import { words } from "../../words/words.ts";
import { type KeptSeat, type SecretaryDoor, useDoors, type Visit } from "../doors.ts";
import { MessageScreen } from "../parts/message_screen.tsx";
import { RefusalToast } from "../parts/refusal_toast.tsx";
import { EndedScreen } from "../room/ended_screen.tsx";
import { useVisit } from "../room/use_visit.ts";
import { viewOf } from "../room/view.ts";
import type { Uploads } from "../upload_door.ts";
import { Desk } from "./desk.tsx";

/** What every part of the desk works with. */
export interface DeskAt {
  visit: Visit;
  door: SecretaryDoor;
  uploads: Uploads;
  meetingId: string;
  newId: () => string;
}

/** The secretary's desk for one meeting: connecting, ended, or at work. */
export function DeskScreen({ kept, meetingId }: { kept: KeptSeat; meetingId: string }) {
  const doors = useDoors();
  const visit = useVisit(kept, meetingId);
  const door = useMemo(() => doors.secretary(kept), [doors, kept]);
  const uploads = useMemo(() => door.uploads(meetingId), [door, meetingId]);
  const w = words.value.room;
  const ended = visit?.room.ended.value ?? null;
  if (visit !== null && ended !== null) return <EndedScreen code={ended} visit={visit} />;
  const view = visit === null ? null : viewOf(visit.room);
  if (visit === null || view === null) {
    return <MessageScreen icon="sheet" title={w.connecting} hint={w.connectingHint} busy />;
  }
  return (
    <>
      <Desk at={{ visit, door, uploads, meetingId, newId: doors.newId }} view={view} />
      <RefusalToast room={visit.room} />
    </>
  );
}
