import { useState } from "preact/hooks";
import { dateAndTime } from "../../words/figures.ts";
import { language, words } from "../../words/words.ts";
import { MeetingForm } from "../meetings/meeting_form.tsx";
import { Confirm } from "../parts/confirm.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import { PhaseChip } from "../room/phase_chip.tsx";
import type { View } from "../room/view.ts";
import { meetPath } from "../routes.ts";
import type { DeskAt } from "./desk_screen.tsx";
import { GivenChip, PublishButton } from "./publish_button.tsx";
import { TitleInPlace } from "./title_in_place.tsx";

/** Which meeting, where it stands, and the one thing to do next. */
export function DeskHead({ at, view }: { at: DeskAt; view: View }) {
  const w = words.value.desk;
  const { room, kept } = at.visit;
  const { state, packet } = view;
  const [editing, setEditing] = useState(false);
  const edit = (title: string, place: string, starts_at: number) =>
    room.ask({ type: "EditMeeting", title, place, starts_at });
  const about = [dateAndTime(state.starts_at, language.value), state.place]
    .concat(w.summary(state.people.length, state.items.length, packet.length))
    .filter(Boolean);
  return (
    <header class="desk-head">
      <div class="grow">
        <div class="row wrap">
          <TitleInPlace
            title={state.title}
            onTitle={(title) => void edit(title, state.place, state.starts_at)}
          />
          <PhaseChip room={room} state={state} />
          <GivenChip state={state} />
        </div>
        <div class="row desk-about">
          <p class="quiet">{about.join(" · ")}</p>
          <IconButton icon="edit" label={w.editMeeting} onClick={() => setEditing(true)} />
        </div>
      </div>
      <div class="row wrap">
        <a
          class="button"
          href={meetPath(at.meetingId, kept.seat.seat_id)}
          target="_blank"
          rel="noopener"
          data-testid="preview-meeting"
        >
          {w.preview}
        </a>
        <PublishButton room={room} state={state} />
        <PhaseButton at={at} view={view} />
      </div>
      {editing && (
        <MeetingForm
          title={w.editMeeting}
          yes={words.value.common.save}
          from={{ title: state.title, place: state.place, startsAt: state.starts_at }}
          onClose={() => setEditing(false)}
          onSave={async ({ title, place, startsAt }) => {
            setEditing(false);
            await edit(title, place, startsAt);
          }}
        />
      )}
    </header>
  );
}

function PhaseButton({ at, view }: { at: DeskAt; view: View }) {
  const w = words.value.desk;
  const [asking, setAsking] = useState(false);
  const { room } = at.visit;
  const open = view.state.phase === "open";
  const name = open ? w.close : view.state.phase === "closed" ? w.reopen : w.open;
  return (
    <>
      <button
        type="button"
        class={open ? "button quit" : "button primary"}
        data-testid={open ? "meeting-close" : "meeting-open"}
        onClick={() => setAsking(true)}
      >
        {name}
      </button>
      {asking && (
        <Confirm
          title={name}
          ask={open ? w.closeAsk : w.openAsk}
          yes={name}
          dangerous={open}
          onYes={() => void room.ask({ type: open ? "CloseMeeting" : "OpenMeeting" })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
