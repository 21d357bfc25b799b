import { useId, useState } from "preact/hooks";
import { findPage } from "../../meeting/packet.ts";
import type { Room } from "../../meeting/room.ts";
import { clock } from "../../words/figures.ts";
import { words } from "../../words/words.ts";
import { useNow } from "../parts/use_now.ts";
import type { View } from "../room/view.ts";
import { type Elsewhere, watchingOf } from "./watching.ts";

interface ReceiptsProps {
  room: Room;
  view: View;
  /** Whether the list is open from the beginning. */
  named: boolean;
}

/** How many tablets show the meeting's page; pressed, it names those that do not. */
export function ReceiptsCard({ room, view, named }: ReceiptsProps) {
  const w = words.value;
  const [open, setOpen] = useState(named);
  const list = useId();
  const receipts = room.receipts.value;
  if (receipts === null || view.state.phase !== "open") return null;
  const { reached, all, elsewhere, more } = watchingOf(receipts, view.packet);
  const page = findPage(view.packet, receipts.page)?.number ?? null;
  return (
    <section class="steer-card" data-testid="watching">
      <h2>{w.lead.watching}</h2>
      {all === 0 ? (
        <p>{w.lead.nobodyYet}</p>
      ) : (
        <>
          <button
            type="button"
            class="receipts"
            aria-expanded={open}
            aria-controls={list}
            title={w.steer.receiptsShow}
            data-testid="receipts"
            onClick={() => setOpen(!open)}
          >
            <span class="receipts-said">{w.steer.receipts(all, reached, page)}</span>
            <span class="progress" aria-hidden="true">
              <span style={{ width: `${(reached / all) * 100}%` }} />
            </span>
          </button>
          <div id={list} hidden={!open}>
            {open && <BehindList room={room} elsewhere={elsewhere} more={more} />}
          </div>
        </>
      )}
    </section>
  );
}

interface BehindListProps {
  room: Room;
  elsewhere: readonly Elsewhere[];
  more: number;
}

function BehindList({ room, elsewhere, more }: BehindListProps) {
  const w = words.value;
  const now = useNow(room, 1000);
  if (elsewhere.length === 0 && more === 0) {
    return <p class="quiet small">{w.steer.everybody}</p>;
  }
  return (
    <ul class="behind-list" data-testid="behind-list">
      {elsewhere.map(({ seat, number }) => (
        <li key={seat.seat_id} data-testid="behind" data-name={seat.name}>
          <span class={seat.following || seat.away ? "dot amber" : "dot"} />
          <span class="grow oneline">{seat.name}</span>
          <span class="quiet">{where(seat, number)}</span>
          <span class="quiet behind-since">{clock(now - seat.since)}</span>
        </li>
      ))}
      {more > 0 && <li class="quiet">{w.lead.others(more)}</li>}
    </ul>
  );
}

function where({ away, following }: Elsewhere["seat"], number: number | null): string {
  const w = words.value;
  if (away) return w.steer.away;
  if (number === null) return w.lead.notThere;
  return following ? w.lead.behind(number) : w.lead.own(number);
}
