import { useMemo, useState } from "preact/hooks";
import { dateAndTime } from "../../words/figures.ts";
import { language, sentence, words } from "../../words/words.ts";
import { type KeptSeat, type MeetingLine, useDoors } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import { MessageScreen } from "../parts/message_screen.tsx";
import { useLoaded } from "../parts/use_loaded.ts";
import { useTitle } from "../parts/use_title.ts";
import { go } from "../route.ts";
import { deskPath } from "../routes.ts";
import { DeskBar } from "./desk_bar.tsx";
import { MeetingForm } from "./meeting_form.tsx";

/** The secretary's meetings, the newest first, and the way to a new one. */
export function MeetingList({ kept }: { kept: KeptSeat }) {
  const w = words.value;
  const doors = useDoors();
  const door = useMemo(() => doors.secretary(kept), [doors, kept]);
  const { value, problem, unreached, reload } = useLoaded(() => door.meetings(), [door]);
  const [creating, setCreating] = useState(false);
  useTitle(w.meetings.title);
  if (value === null && (problem !== null || unreached)) {
    return (
      <MessageScreen
        icon="offline"
        title={problem === null ? w.join.unreachable : w.join.refused}
        hint={problem === null ? w.join.unreachableHint : sentence(problem)}
      >
        <button type="button" class="button primary" onClick={reload}>
          {w.common.again}
        </button>
      </MessageScreen>
    );
  }
  const meetings = [...(value ?? [])].sort((a, b) => b.starts_at - a.starts_at);
  return (
    <div class="meetings">
      <DeskBar kept={kept} />
      <main class="meetings-main">
        <div class="row">
          <h1 class="grow">{w.meetings.title}</h1>
          <button
            type="button"
            class="button primary"
            data-testid="create-meeting"
            onClick={() => setCreating(true)}
          >
            <Icon name="plus" /> {w.meetings.create}
          </button>
        </div>
        {value === null && <p class="quiet">{w.common.loading}</p>}
        {value?.length === 0 && (
          <div class="empty">
            <Icon name="sheet" />
            <h2>{w.meetings.empty}</h2>
            <p class="quiet">{w.meetings.emptyHint}</p>
          </div>
        )}
        <ul class="meeting-list">
          {meetings.map((meeting) => (
            <li key={meeting.meeting_id}>
              <MeetingRow
                meeting={meeting}
                href={deskPath(meeting.meeting_id, kept.seat.seat_id)}
              />
            </li>
          ))}
        </ul>
      </main>
      {creating && (
        <MeetingForm
          title={w.meetings.newTitle}
          yes={w.meetings.create}
          onClose={() => setCreating(false)}
          onSave={async ({ title, place, startsAt }) => {
            const made = await door.createMeeting(title, place, startsAt);
            go(deskPath(made.meeting_id, kept.seat.seat_id));
          }}
        />
      )}
    </div>
  );
}

function MeetingRow({ meeting, href }: { meeting: MeetingLine; href: string }) {
  const w = words.value;
  const colour = { preparing: "amber", open: "live", closed: "" }[meeting.phase];
  return (
    <a class="meeting-row" href={href} data-testid="meeting-row">
      <span class="grow">
        <strong>{meeting.title}</strong>
        <span class="quiet small">
          {[dateAndTime(meeting.starts_at, language.value), meeting.place]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <span class={`chip ${colour}`}>{w.phases[meeting.phase]}</span>
      <Icon name="next" />
    </a>
  );
}
