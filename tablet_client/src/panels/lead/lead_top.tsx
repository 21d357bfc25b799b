import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import { SidePanel } from "../contents/side_panel.tsx";
import type { Visit } from "../doors.ts";
import { FindButton } from "../find/find_button.tsx";
import type { Finding } from "../find/use_find.ts";
import { Dialog } from "../parts/dialog.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import { SaveState } from "../parts/save_state.tsx";
import { NARROW, useMedia } from "../parts/use_media.ts";
import { HandOverDialog } from "../room/hand_over_dialog.tsx";
import { LeadButton } from "../room/lead_button.tsx";
import { LeaderName } from "../room/leader_name.tsx";
import { PhaseChip } from "../room/phase_chip.tsx";
import { SeatMenu } from "../room/seat_menu.tsx";
import type { View } from "../room/view.ts";
import { AskButton } from "../steer/ask_button.tsx";
import { SteerButton } from "../steer/steer_button.tsx";
import { ItemClock, MeetingClock } from "./item_clock.tsx";

interface LeadTopProps {
  visit: Visit;
  view: View;
  finding: Finding;
}

/** Which item, for how long, and the lead: taken, handed over, laid down. */
export function LeadTop({ visit, view, finding }: LeadTopProps) {
  const w = words.value;
  const { room } = visit;
  const narrow = useMedia(NARROW);
  const [agenda, setAgenda] = useState(false);
  const span = view.spans.find((each) => each.item.item_id === view.mine?.item.item_id);
  const title = span === undefined ? view.state.title : `${span.number}. ${span.item.title}`;
  return (
    <header class="top-bar lead-top">
      <IconButton
        icon="agenda"
        label={w.room.showAgenda}
        data-testid="show-agenda"
        onClick={() => setAgenda(true)}
      />
      <div class="top-title grow">
        <h1 class="oneline">{title}</h1>
        <LeaderName room={room} view={view} />
      </div>
      {room.leading.value && span !== undefined ? (
        <span class="lead-clocks">
          <ItemClock room={room} meetingId={view.state.meeting_id} item={span.item} />
          <MeetingClock room={room} />
        </span>
      ) : (
        <PhaseChip room={room} state={view.state} />
      )}
      <SaveState room={room} />
      {narrow && <SteerButton room={room} view={view} />}
      <LeadButton visit={visit} />
      <AskButton visit={visit} />
      {room.leading.value && <LeadPasses visit={visit} />}
      <FindButton finding={finding} />
      <SeatMenu visit={visit} />
      {agenda && (
        <Dialog title={w.contents.tabs} kind="drawer" onClose={() => setAgenda(false)}>
          <SidePanel visit={visit} view={view} onGo={() => setAgenda(false)} />
        </Dialog>
      )}
    </header>
  );
}

function LeadPasses({ visit }: { visit: Visit }) {
  const w = words.value.lead;
  const [giving, setGiving] = useState(false);
  return (
    <>
      <button type="button" class="button" data-testid="hand-over" onClick={() => setGiving(true)}>
        {w.handOver}
      </button>
      <button
        type="button"
        class="button danger"
        data-testid="leave-lead"
        onClick={() => void visit.room.ask({ type: "LeaveLead" })}
      >
        {w.leave}
      </button>
      {giving && <HandOverDialog room={visit.room} onClose={() => setGiving(false)} />}
    </>
  );
}
