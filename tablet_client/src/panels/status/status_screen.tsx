import { useMemo } from "preact/hooks";
import { timeOnly } from "../../words/figures.ts";
import { sentence, words } from "../../words/words.ts";
import { type KeptSeat, useDoors } from "../doors.ts";
import { DeskBar } from "../meetings/desk_bar.tsx";
import { Icon } from "../parts/icon.tsx";
import { MessageScreen } from "../parts/message_screen.tsx";
import { useTitle } from "../parts/use_title.ts";
import { meetingsPath } from "../routes.ts";
import { StatusCloses } from "./status_closes.tsx";
import { StatusHead } from "./status_head.tsx";
import { StatusMeetings } from "./status_meetings.tsx";
import { StatusNumbers } from "./status_numbers.tsx";
import { usePolled } from "./use_polled.ts";

/** Often enough to watch a meeting begin, seldom enough to cost the service nothing. */
const EVERY = 2_000;

/** How the service is, for the person who runs it; reads itself anew while it is seen. */
export function StatusScreen({ kept }: { kept: KeptSeat }) {
  const w = words.value;
  const doors = useDoors();
  const ask = useMemo(() => doors.secretary(kept).status, [doors, kept]);
  const { value, at, problem, silent } = usePolled(ask, EVERY);
  useTitle(w.status.title);
  if (problem !== null && !problem.again) {
    return (
      <MessageScreen icon="lock" title={w.join.refused} hint={sentence(problem)}>
        <BackToMeetings kept={kept} />
      </MessageScreen>
    );
  }
  if (value === null) {
    return (
      <MessageScreen
        icon={silent ? "offline" : "pulse"}
        title={silent ? w.join.unreachable : w.common.loading}
        hint={silent ? w.join.unreachableHint : w.status.title}
        busy={!silent}
      >
        <BackToMeetings kept={kept} />
      </MessageScreen>
    );
  }
  return (
    <div class="status" data-testid="status">
      <DeskBar kept={kept} />
      <main class="status-main">
        <div class="row wrap">
          <BackToMeetings kept={kept} />
          <span class="grow" />
          <span class="quiet small">{w.status.refreshed}</span>
        </div>
        {silent && (
          <p class="banner amber" role="alert" data-testid="status-silent">
            <Icon name="offline" /> {w.status.silent(timeOnly(at))}
          </p>
        )}
        <StatusHead status={value} />
        <StatusMeetings status={value} />
        <StatusNumbers status={value} />
        <StatusCloses status={value} />
      </main>
    </div>
  );
}

function BackToMeetings({ kept }: { kept: KeptSeat }) {
  return (
    <a
      class="button plain status-back"
      href={meetingsPath(kept.seat.seat_id)}
      data-testid="status-back"
    >
      <Icon name="back" /> {words.value.status.back}
    </a>
  );
}
