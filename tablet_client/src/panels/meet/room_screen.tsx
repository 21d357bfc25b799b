import { useEffect, useState } from "preact/hooks";
import { maySeePages } from "../../meeting/powers.ts";
import { words } from "../../words/words.ts";
import type { KeptSeat, Visit } from "../doors.ts";
import { LeadRoom } from "../lead/lead_room.tsx";
import { MemberRoom } from "../member/member_room.tsx";
import { WaitingRoom } from "../member/waiting_room.tsx";
import { StorageNote } from "../offline/storage_note.tsx";
import { MessageScreen } from "../parts/message_screen.tsx";
import { RefusalToast } from "../parts/refusal_toast.tsx";
import { useTitle } from "../parts/use_title.ts";
import { EndedScreen } from "../room/ended_screen.tsx";
import { useVisit } from "../room/use_visit.ts";
import { viewOf } from "../room/view.ts";
import { Wall } from "../wall/wall.tsx";

/** A meeting on this tablet: what is shown depends on the seat's role and on who leads. */
export function RoomScreen({ kept, meetingId }: { kept: KeptSeat; meetingId: string }) {
  const visit = useVisit(kept, meetingId);
  if (kept.seat.role === "screen") return visit === null ? null : <Wall visit={visit} />;
  if (visit === null) return <Connecting />;
  return (
    <>
      <Inside visit={visit} />
      <RefusalToast room={visit.room} />
      <StorageNote packet={visit.packet} />
    </>
  );
}

function Inside({ visit }: { visit: Visit }) {
  const { room, kept } = visit;
  const [reads, setReads] = useState(false);
  const ended = room.ended.value;
  useEffect(() => visit.packet.begin(), [visit]);
  useTitle(room.state.value?.title ?? "");
  if (ended !== null) return <EndedScreen code={ended} visit={visit} />;
  const view = viewOf(room);
  if (view === null) return <Connecting />;
  const role = room.you.value?.role ?? kept.seat.role;
  const waits = role === "member" || role === "observer";
  const you = room.you.value;
  const sees = you === null || maySeePages(view.state, you);
  if (waits && (!sees || (view.state.phase === "preparing" && !reads))) {
    return <WaitingRoom visit={visit} view={view} onRead={() => setReads(true)} />;
  }
  if (room.leading.value || role === "presenter") return <LeadRoom visit={visit} view={view} />;
  return <MemberRoom visit={visit} view={view} />;
}

function Connecting() {
  const w = words.value.room;
  return <MessageScreen icon="sheet" title={w.connecting} hint={w.connectingHint} busy />;
}
