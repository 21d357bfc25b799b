import type { ComponentChildren } from "preact";
import { isGivenOut } from "../../meeting/powers.ts";
import type { Room } from "../../meeting/room.ts";
import type { Snapshot } from "../../protocol/messages.ts";
import { dateAndTime } from "../../words/figures.ts";
import { language, words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { PacketKept } from "../offline/packet_kept.tsx";
import { AwayBanner } from "../parts/away_banner.tsx";
import { Icon } from "../parts/icon.tsx";
import { ItemMarks } from "../room/item_marks.tsx";
import { useAnnouncements } from "../room/use_announcements.ts";
import type { View } from "../room/view.ts";
import { TopBar } from "./top_bar.tsx";

interface WaitingProps {
  visit: Visit;
  view: View;
  /** Opens the papers, once they are given out. */
  onRead: () => void;
}

/** What the meeting will be about, and the way to the papers when there is one. */
export function WaitingRoom({ visit, view, onRead }: WaitingProps) {
  const w = words.value;
  const { room } = visit;
  const { state, spans } = view;
  useAnnouncements(room);
  const given = isGivenOut(state);
  return (
    <div class="waiting-room" data-testid="waiting">
      <TopBar visit={visit} view={view} finding={null} onAgenda={null} />
      <AwayBanner room={room} />
      <main class="waiting">
        <h2 class="waiting-title">{state.title}</h2>
        <p class="waiting-when">
          {when(state)}
          {state.place !== "" && ` · ${state.place}`}
        </p>
        {given && <MayRead visit={visit} onRead={onRead} />}
        {!given && state.published === false && (
          <Told testid="recalled" title={w.offline.recalled} hint={w.offline.recalledHint} />
        )}
        {!given && state.published === null && <p class="quiet">{w.waiting.hint}</p>}
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

/** The papers are there to be read, and on this tablet or on their way to it. */
function MayRead({ visit, onRead }: Pick<WaitingProps, "visit" | "onRead">) {
  const w = words.value.offline;
  return (
    <Told testid="may-read" title={w.mayRead} hint={w.mayReadHint}>
      <button type="button" class="button primary" data-testid="read-ahead" onClick={onRead}>
        <Icon name="sheet" /> {w.read}
      </button>
      <PacketKept packet={visit.packet} />
    </Told>
  );
}

interface ToldProps {
  testid: string;
  title: string;
  hint: string;
  children?: ComponentChildren;
}

function Told({ testid, title, hint, children }: ToldProps) {
  return (
    <section class="waiting-told" data-testid={testid}>
      <h3>{title}</h3>
      <p class="quiet">{hint}</p>
      {children}
    </section>
  );
}

/** When it begins, or began: a packet may be recalled in the middle of a meeting too. */
function when({ phase, starts_at, opened_at }: Snapshot): string {
  const w = words.value;
  const told = (at: number) => dateAndTime(at, language.value);
  if (phase === "preparing") return w.waiting.startsAt(told(starts_at));
  const began = told(opened_at ?? starts_at);
  return phase === "open" ? w.offline.started(began) : w.offline.held(began);
}

/** People in the room, walls left out; whoever reads this is one of them, heard of or not. */
function seatedIn(room: Room): number {
  const named = room.presence.value;
  const people = named.filter((each) => each.role !== "screen").length;
  return Math.max(1, named.length === 0 ? room.present.value : people);
}
