import { words } from "../../words/words.ts";
import { lasted } from "./figures_of_status.ts";
import type { MeetingNow, ServiceStatus } from "./service_status.ts";

/** The meetings that tablets are in, the fullest first. */
export function StatusMeetings({ status }: { status: ServiceStatus }) {
  const w = words.value.status;
  const attended = status.meetings.filter((each) => each.tablets > 0);
  return (
    <section class="status-part">
      <h2>{w.meetings}</h2>
      {attended.length === 0 ? (
        <p class="quiet status-card">{w.noMeetings}</p>
      ) : (
        <ul class="status-meetings status-card">
          {attended.map((each) => (
            <MeetingLine key={each.meeting_id} meeting={each} now={status.now} />
          ))}
        </ul>
      )}
      {status.more_meetings > 0 && <p class="quiet">{w.moreMeetings(status.more_meetings)}</p>}
    </section>
  );
}

function MeetingLine({ meeting, now }: { meeting: MeetingNow; now: number }) {
  const w = words.value;
  const { status } = w;
  const colour = { preparing: "amber", open: "live", closed: "" }[meeting.phase];
  const turned =
    meeting.turned_at === null
      ? status.noTurn
      : status.ago(lasted(now - meeting.turned_at, status));
  const figures = [
    [status.tablets, status.tabletCount(meeting.tablets)],
    [status.following, status.tabletCount(meeting.following)],
    [status.lastTurn, turned],
    [status.entries, status.entryCount(meeting.seq)],
  ] as const;
  return (
    <li data-testid="status-meeting">
      <p class="row wrap">
        <strong class="status-title">{meeting.title}</strong>
        <span class={`chip ${colour}`}>{w.phases[meeting.phase]}</span>
      </p>
      <dl>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
