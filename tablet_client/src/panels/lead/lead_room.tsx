import { useEffect, useMemo } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { findLater } from "../find/find_later.ts";
import { useFind } from "../find/use_find.ts";
import { FormerNotes } from "../former/former_notes.tsx";
import { announce } from "../parts/announcer.tsx";
import { AwayBanner } from "../parts/away_banner.tsx";
import { useDarkRoom } from "../parts/use_dark_room.ts";
import { NARROW, useMedia } from "../parts/use_media.ts";
import { FollowPill } from "../room/follow_pill.tsx";
import { mayTake } from "../room/may_lead.ts";
import { Stage } from "../room/stage.tsx";
import { useAnnouncements } from "../room/use_announcements.ts";
import { usePageKeys } from "../room/use_page_keys.ts";
import type { View } from "../room/view.ts";
import { EmbargoNote } from "../steer/embargo_note.tsx";
import { StageNotes } from "../steer/stage_notes.tsx";
import { useRequestsAloud } from "../steer/use_requests_aloud.ts";
import { Framing } from "./framing.tsx";
import { LeadDark } from "./lead_dark.tsx";
import { LeadFoot } from "./lead_foot.tsx";
import { LeadSide } from "./lead_side.tsx";
import { LeadTools } from "./lead_tools.tsx";
import { LeadTop } from "./lead_top.tsx";
import { openLectern } from "./lectern.ts";
import { keptPointer } from "./pointer_kept.ts";
import { SpeechCard } from "./speech_card.tsx";
import { useLecternKeys } from "./use_lectern_keys.ts";

/** A clicker's start button: the lead, where nobody has it, and the whole screen. */
function start({ room, kept }: Visit): void {
  const state = room.state.peek();
  const role = room.you.peek()?.role ?? kept.seat.role;
  if (state !== null && !room.leading.peek() && mayTake(state, role, null) === "free") {
    void room.ask({ type: "TakeLead" });
  }
  // Refused where a browser allows none, as on an iPhone: the talk goes on without.
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

/** The presenter's room: dark, so that the page shines; big buttons at the thumbs. */
export function LeadRoom({ visit, view }: { visit: Visit; view: View }) {
  const { room, ink } = visit;
  const narrow = useMedia(NARROW);
  const leading = room.leading.value;
  const finding = useFind(visit.reader);
  const lectern = useMemo(() => openLectern(visit), [visit]);
  useLecternKeys(room, {
    onDark: () => lectern.darken(),
    onStart: () => start(visit),
    onEnd: () => lectern.end(),
  });
  useDarkRoom();
  usePageKeys(room);
  useAnnouncements(room);
  useRequestsAloud(room);
  useEffect(() => {
    if (!leading) return;
    announce(words.value.lead.youNow);
    ink.pointerLook.value = keptPointer();
    // What a presenter writes is meant for everyone, until they say otherwise.
    ink.layer.value = "meeting";
    return () => {
      ink.layer.value = "notes";
    };
  }, [leading, ink]);
  const find = finding.open && (
    <findLater.Part
      visit={visit}
      view={view}
      over={narrow}
      summons={finding.summons}
      onClose={finding.hide}
    />
  );
  return (
    <div class="lead-room" data-testid="lead-room" data-leading={leading}>
      <LeadTop visit={visit} view={view} finding={finding} />
      <section class="room-notes" aria-label={words.value.sight.notes}>
        {view.state.phase === "preparing" && <p class="banner">{words.value.lead.notYet}</p>}
        {view.state.phase === "closed" && <p class="banner">{words.value.room.closed}</p>}
        <EmbargoNote room={room} view={view} />
        <FormerNotes former={visit.former} />
      </section>
      <main class="room-stage">
        <Stage visit={visit} background="transparent" stands={lectern.sheet}>
          <Framing lectern={lectern} />
          <LeadDark room={room} lectern={lectern} />
        </Stage>
        <AwayBanner room={room} />
        <StageNotes visit={visit} view={view} />
        <FollowPill room={room} view={view} />
        {narrow && find}
      </main>
      {!narrow && !find && <LeadSide visit={visit} view={view} />}
      {!narrow && find && <aside class="lead-find">{find}</aside>}
      {narrow && <SpeechCard visit={visit} view={view} />}
      {(lectern.writing.value || !leading) && <LeadTools visit={visit} />}
      <LeadFoot visit={visit} view={view} lectern={lectern} />
    </div>
  );
}
