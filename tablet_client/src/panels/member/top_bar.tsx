import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { FindButton } from "../find/find_button.tsx";
import type { Finding } from "../find/use_find.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import { SaveState } from "../parts/save_state.tsx";
import { LeadButton } from "../room/lead_button.tsx";
import { LeaderName } from "../room/leader_name.tsx";
import { PhaseChip } from "../room/phase_chip.tsx";
import { SeatMenu } from "../room/seat_menu.tsx";
import type { View } from "../room/view.ts";
import { AskButton } from "../steer/ask_button.tsx";
import { SteerButton } from "../steer/steer_button.tsx";
import { meetingAbout } from "./meeting_about.ts";

interface TopBarProps {
  visit: Visit;
  view: View;
  /** Null where there are no papers to search yet. */
  finding: Finding | null;
  onAgenda: (() => void) | null;
}

/** Which meeting, who leads, and whether all I did has arrived. */
export function TopBar({ visit, view, finding, onAgenda }: TopBarProps) {
  const { room } = visit;
  const { state } = view;
  return (
    <header class="top-bar">
      {onAgenda === null ? (
        <span class="logo">
          <Icon name="sheet" />
        </span>
      ) : (
        <IconButton
          icon="agenda"
          label={words.value.room.showAgenda}
          data-testid="show-agenda"
          onClick={onAgenda}
        />
      )}
      <div class="top-title grow">
        <h1 class="oneline">{state.title}</h1>
        <span class="top-about oneline">{meetingAbout(state)}</span>
        <LeaderName room={room} view={view} />
      </div>
      <LeadButton visit={visit} />
      <AskButton visit={visit} />
      <SteerButton room={room} view={view} />
      <PhaseChip room={room} state={state} />
      <SaveState room={room} />
      {finding !== null && <FindButton finding={finding} />}
      <SeatMenu visit={visit} />
    </header>
  );
}
