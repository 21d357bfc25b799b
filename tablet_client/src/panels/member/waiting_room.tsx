import type { Room } from "../../meeting/room.ts";
import { dateAndTime } from "../../words/figures.ts";
import { language, words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { AwayBanner } from "../parts/away_banner.tsx";
import { ItemMarks } from "../room/item_marks.tsx";
import { useAnnouncements } from "../room/use_announcements.ts";
import type { View } from "../room/view.ts";
import { TopBar } from "./top_bar.tsx";

/** Before the meeting opens: what it will be about, and that nothing need be done. */
export function WaitingRoom({ visit, view }: { visit: Visit; view: View }) {
  const w = words.value;
  const { room } = visit;
  const { state, spans } = view;
  useAnnouncements(room);
  return (
    <div class="waiting-room" data-testid="waiting">
      <TopBar visit={visit} view={view} finding={null} onAgenda={null} />
      <AwayBanner room={room} />
      <main class="waiting">
        <h2 class="waiting-title">{state.title}</h2>
        <p class="waiting-when">
          {w.waiting.startsAt(dateAndTime(state.starts_at, language.value))}
          {state.place !== "" && ` · ${state.place}`}
        </p>
        <p class="quiet">{w.waiting.hint}</p>
        {spans.length > 0 && (
          <section class="waiting-agenda" data-testid="agenda">
            <h3>{w.waiting.agenda}</h3>
            <ol>
              {spans.map(({ item, number }) => (
                <li key={item.item_id} data-testid="agenda-item">
                  <span class="agenda-number">{number}</span>
                  <span class="grow">
                    {item.title} <ItemMarks state={state} item={item} />
                  </span>
                  <span class="quiet small">
                    {[item.department, item.minutes > 0 && w.common.minutes(item.minutes)]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        )}
        <p class="quiet small">{w.waiting.arrived(seatedIn(room))}</p>
      </main>
    </div>
  );
}

/** People in the room, walls left out; whoever reads this is one of them, heard of or not. */
function seatedIn(room: Room): number {
  const named = room.presence.value;
  const people = named.filter((each) => each.role !== "screen").length;
  return Math.max(1, named.length === 0 ? room.present.value : people);
}
