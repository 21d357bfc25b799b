import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import { SidePanel } from "../contents/side_panel.tsx";
import type { Visit } from "../doors.ts";
import { findLater } from "../find/find_later.ts";
import { useFind } from "../find/use_find.ts";
import { FormerNotes } from "../former/former_notes.tsx";
import { AwayBanner } from "../parts/away_banner.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { NARROW, PHONE, useMedia } from "../parts/use_media.ts";
import { FollowPill } from "../room/follow_pill.tsx";
import { Stage } from "../room/stage.tsx";
import { Thumbnails } from "../room/thumbnails.tsx";
import { Tools } from "../room/tools.tsx";
import { useAnnouncements } from "../room/use_announcements.ts";
import { usePageKeys } from "../room/use_page_keys.ts";
import type { View } from "../room/view.ts";
import { EmbargoNote } from "../steer/embargo_note.tsx";
import { mayAnswer } from "../steer/may_answer.ts";
import { Requests } from "../steer/requests.tsx";
import { StageNotes } from "../steer/stage_notes.tsx";
import { useRequestsAloud } from "../steer/use_requests_aloud.ts";
import { PanesButton, TwoPanes } from "../together/two_panes.tsx";
import { usePanes } from "../together/use_panes.ts";
import { meetingAbout } from "./meeting_about.ts";
import { PageBar } from "./page_bar.tsx";
import { TopBar } from "./top_bar.tsx";

/** A member's tablet: the page, the agenda beside it, the tools at the hand. */
export function MemberRoom({ visit, view }: { visit: Visit; view: View }) {
  const w = words.value.room;
  const { room, ink } = visit;
  const narrow = useMedia(NARROW);
  const phone = useMedia(PHONE);
  const [drawer, setDrawer] = useState(false);
  const [thumbnails, setThumbnails] = useState(false);
  const finding = useFind(visit.reader);
  const panes = usePanes(room, !narrow);
  // Two pages need the width; who answers requests keeps them in sight.
  const wide = panes.isOn && !finding.open && !mayAnswer(room);
  const tucked = narrow || wide;
  usePageKeys(room);
  useAnnouncements(room);
  useRequestsAloud(room);
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
    <div class={wide ? "room wide" : "room"} data-testid="room">
      <TopBar
        visit={visit}
        view={view}
        finding={finding}
        onAgenda={tucked ? () => setDrawer(true) : null}
      />
      <section class="room-notes" aria-label={words.value.sight.notes}>
        {view.state.phase === "closed" && (
          <p class="banner" data-testid="closed-banner">
            {w.closed}
          </p>
        )}
        <EmbargoNote room={room} view={view} />
        <FormerNotes former={visit.former} />
      </section>
      {!tucked && (
        <aside class={finding.open ? "room-agenda finding" : "room-agenda"}>
          {find || <SidePanel visit={visit} view={view} />}
          {mayAnswer(room) && <Requests room={room} />}
        </aside>
      )}
      <main class="room-stage">
        <TwoPanes visit={visit} view={view} panes={panes}>
          <Stage
            visit={visit}
            background="transparent"
            corner={<PanesButton visit={visit} panes={panes} />}
          />
        </TwoPanes>
        <AwayBanner room={room} />
        <StageNotes visit={visit} view={view} />
        {phone && <FollowPill room={room} view={view} />}
        {narrow && find}
      </main>
      <section class="room-tools" aria-label={words.value.tools.title}>
        <Tools ink={ink} reader={visit.reader} pointer={false} />
      </section>
      <footer class="room-foot">
        {thumbnails && <Thumbnails visit={visit} view={view} />}
        <PageBar
          visit={visit}
          view={view}
          pill={!phone}
          thumbnails={thumbnails}
          onThumbnails={() => setThumbnails(!thumbnails)}
        />
      </footer>
      {tucked && drawer && (
        <Dialog title={words.value.contents.tabs} kind="drawer" onClose={() => setDrawer(false)}>
          <p class="quiet small">{meetingAbout(view.state)}</p>
          <SidePanel visit={visit} view={view} onGo={() => setDrawer(false)} />
        </Dialog>
      )}
    </div>
  );
}
