import { useEffect } from "preact/hooks";
import { isGivenOut } from "../../meeting/powers.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { ItemClock } from "../lead/item_clock.tsx";
import { useDarkRoom } from "../parts/use_dark_room.ts";
import { useTitle } from "../parts/use_title.ts";
import { endedWords } from "../room/ended_words.ts";
import { Stage } from "../room/stage.tsx";
import { type View, viewOf } from "../room/view.ts";
import { isDark } from "../together/dark_sheet.tsx";
import { stayAwake } from "./stay_awake.ts";
import { useRenewal } from "./use_renewal.ts";
import { WallClock } from "./wall_clock.tsx";
import { WallWords } from "./wall_words.tsx";

/** The wall of the meeting room: the page, what it is about, and nothing to press. */
export function Wall({ visit }: { visit: Visit }) {
  const w = words.value.wall;
  const { room } = visit;
  useDarkRoom();
  useTitle(room.state.value?.title ?? "");
  useEffect(() => stayAwake(), []);
  useRenewal(room);
  const view = viewOf(room);
  const away = room.ended.value === null && view !== null && room.link.value !== "live";
  const quiet = away ? w.reconnecting : view === null ? null : leftAlone(visit, view);
  return (
    <main class="wall" data-testid="wall">
      <WallInside visit={visit} view={view} />
      {isDark(room) && <div class="wall-dark" data-testid="wall-dark" />}
      {quiet !== null && (
        <p class="wall-corner" data-testid={away ? "wall-link" : "wall-leader"}>
          {quiet}
        </p>
      )}
    </main>
  );
}

/** Whose page stands there though they have gone; null while all is well. */
function leftAlone({ room }: Visit, { state }: View): string | null {
  if (state.phase !== "open" || state.lead === null || room.lostSince.value === null) return null;
  return words.value.lead.away(state.lead.name);
}

function WallInside({ visit, view }: { visit: Visit; view: View | null }) {
  const w = words.value;
  const ended = visit.room.ended.value;
  if (ended !== null) {
    const told = endedWords(ended, w.ended);
    return <WallWords title={w.product} line={`${told.title}. ${told.hint}`} />;
  }
  if (view === null) return <WallWords title={w.product} line={w.productLine} />;
  const { state, spans, mine, veil } = view;
  if (state.phase === "closed") return <WallWords title={w.wall.closed} line={w.wall.thanks} />;
  if (state.phase === "preparing") {
    return <WallWords title={state.title} line={w.waiting.title} state={state} spans={spans} />;
  }
  if (!isGivenOut(state)) return <WallWords title={state.title} line={w.offline.recalled} />;
  if (veil?.veiled) {
    const { why } = veil.veiled;
    // A closed item's title says already that it is closed.
    const line = why === "closed" ? w.steer.veiledHints.closed : w.steer.veiled.embargo;
    return <WallWords title={`${veil.number}. ${veil.item.title}`} line={line} />;
  }
  if (mine === null) return <WallWords title={state.title} line={w.wall.noPage} state={state} />;
  const about = [mine.item.department, mine.item.reporter].filter(Boolean).join(" ");
  const number = spans.find((span) => span.item.item_id === mine.item.item_id)?.number;
  return (
    <>
      <Stage visit={visit} background="#000" readOnly />
      <header class="wall-title">
        <span class="oneline">
          {number}. {mine.item.title}
          {about !== "" && <span class="wall-about">{about}</span>}
        </span>
        {state.lead !== null && (
          <ItemClock room={visit.room} meetingId={state.meeting_id} item={mine.item} />
        )}
        <span class="wall-aside">
          {mine.number} / {view.pageCount}
        </span>
        <WallClock room={visit.room} />
      </header>
    </>
  );
}
