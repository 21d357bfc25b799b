import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import { type KeptSeat, useDoors } from "../doors.ts";
import { Confirm } from "../parts/confirm.tsx";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import { SightButton } from "../parts/sight_button.tsx";
import { useTitle } from "../parts/use_title.ts";
import { pathOfSeat } from "./path_of_seat.ts";

/** What this is, how to get in, and the seats this tablet already has. */
export function Home() {
  const w = words.value;
  useTitle("");
  return (
    <div class="home">
      <header class="home-top">
        <SightButton />
      </header>
      <main class="home-main">
        <div class="home-title">
          <Icon name="sheet" />
          <h1>{w.product}</h1>
        </div>
        <p class="home-line">{w.productLine}</p>
        <p class="quiet">{w.home.lead}</p>
        <KeptSeats />
        <section class="home-how">
          <h2>{w.home.how}</h2>
          <ol>
            <li>
              <Icon name="qr" /> {w.home.scan}
            </li>
            <li>
              <Icon name="link" /> {w.home.link}
            </li>
            <li>
              <Icon name="check" /> {w.home.name}
            </li>
          </ol>
          <p>
            <a class="button" href="/move" data-testid="home-move">
              {w.notes.moving.home}
            </a>
          </p>
        </section>
      </main>
    </div>
  );
}

function KeptSeats() {
  const w = words.value.home;
  const { seats } = useDoors();
  const [kept, setKept] = useState(() => seats.all());
  const [leaving, setLeaving] = useState<KeptSeat | null>(null);
  if (kept.length === 0) return null;
  return (
    <section>
      <h2>{w.kept}</h2>
      <ul class="pick-list">
        {kept.map((each) => (
          <li key={each.seat.seat_id} class="row">
            <SeatLink kept={each} />
            <IconButton
              icon="close"
              label={w.forget(each.seat.name)}
              onClick={() => setLeaving(each)}
            />
          </li>
        ))}
      </ul>
      {leaving !== null && (
        <Confirm
          title={w.forget(leaving.seat.name)}
          ask={w.forgetAsk}
          yes={words.value.common.remove}
          dangerous
          onClose={() => setLeaving(null)}
          onYes={() => {
            seats.forget(leaving.seat.seat_id);
            setKept(seats.all());
          }}
        />
      )}
    </section>
  );
}

function SeatLink({ kept }: { kept: KeptSeat }) {
  const { seat } = kept;
  return (
    <a class="pick grow" href={pathOfSeat(kept)}>
      <span class="grow">
        <strong>{seat.name}</strong> <span class="quiet small">{kept.meeting_title}</span>
      </span>
      <span class="quiet small">{words.value.roles[seat.role]}</span>
      <Icon name="next" />
    </a>
  );
}
