import { useState } from "preact/hooks";
import { findPage } from "../../meeting/packet.ts";
import type { Room } from "../../meeting/room.ts";
import type { PageRef, Present } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { HandOverDialog } from "../room/hand_over_dialog.tsx";
import type { View } from "../room/view.ts";
import { LostLead } from "../steer/lost_lead.tsx";
import { SteerCards } from "../steer/steer_cards.tsx";
import type { DeskAt } from "./desk_screen.tsx";
import { LivePreview } from "./live_preview.tsx";

/** The meeting room as it is now: the page shown, who leads, who is there and on which page. */
export function NowPanel({ at, view }: { at: DeskAt; view: View }) {
  const w = words.value;
  const { room, kept } = at.visit;
  // The desk itself holds a seat of the secretary's; it is nobody in the room.
  const leader = view.state.lead?.seat_id;
  const people = room.presence.value
    .filter((each) => each.seat_id !== kept.seat.seat_id)
    .sort((a, b) => Number(b.seat_id === leader) - Number(a.seat_id === leader));
  return (
    <section class="panel" data-testid="now-panel">
      <div class="row">
        <h2 class="grow">{w.now.title}</h2>
        {people.length > 0 && <span class="quiet small">{w.now.count(people.length)}</span>}
      </div>
      {view.state.phase === "open" && (
        <>
          <LivePreview at={at} view={view} />
          <Leading at={at} view={view} />
          <LostLead visit={at.visit} view={view} takes={false} />
        </>
      )}
      <SteerCards room={room} view={view} />
      {people.length === 0 ? (
        <p class="quiet small">{w.now.nobody}</p>
      ) : (
        <ul class="present-list" aria-label={w.now.everyone}>
          {people.map((each) => (
            <PresentLine
              key={each.seat_id}
              seat={each}
              page={each.following ? view.state.page : pageOf(each, room)}
              view={view}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where somebody reads alone, as far as the receipts name it. */
function pageOf(seat: Present, room: Room): PageRef | null {
  const behind = room.receipts.value?.behind ?? [];
  return behind.find((each) => each.seat_id === seat.seat_id)?.page ?? null;
}

function PresentLine({ seat, page, view }: { seat: Present; page: PageRef | null; view: View }) {
  const w = words.value;
  const leads = view.state.lead?.seat_id === seat.seat_id;
  const number = findPage(view.packet, page)?.number;
  return (
    <li class="row" data-testid="present" data-name={seat.name}>
      <span class={leads ? "lead-dot" : "dot good"} />
      <span class="grow oneline">
        {seat.name} <span class="quiet small">{w.roles[seat.role]}</span>
      </span>
      <span class="quiet small">
        {number !== undefined && w.common.page(number)}
        {number !== undefined && !seat.following && !leads && ` · ${w.now.own}`}
      </span>
    </li>
  );
}

function Leading({ at, view }: { at: DeskAt; view: View }) {
  const w = words.value;
  const { room } = at.visit;
  const [giving, setGiving] = useState(false);
  const { lead } = view.state;
  const away = lead !== null && room.lostSince.value !== null;
  const takeBack = async () => {
    if (!room.leading.value) await room.ask({ type: "TakeLead" });
    await room.ask({ type: "LeaveLead" });
  };
  return (
    <div class="leading">
      <p class="row leading-name" data-testid="leader-name" data-away={away}>
        {lead !== null && <span class={away ? "dot amber" : "lead-dot"} />}
        {lead === null ? w.now.noLead : away ? w.lead.away(lead.name) : w.now.leads(lead.name)}
      </p>
      <div class="row wrap">
        <button
          type="button"
          class="button"
          data-testid="hand-over"
          onClick={() => setGiving(true)}
        >
          {w.lead.give}
        </button>
        {lead !== null && (
          <button
            type="button"
            class="button"
            data-testid="leave-lead"
            onClick={() => void takeBack()}
          >
            {w.lead.takeBack}
          </button>
        )}
      </div>
      {giving && <HandOverDialog room={room} onClose={() => setGiving(false)} />}
    </div>
  );
}
