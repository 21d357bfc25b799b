import { clock } from "../../words/figures.ts";
import { words } from "../../words/words.ts";
import { useDoors, type Visit } from "../doors.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { useNow } from "../parts/use_now.ts";
import { go } from "../route.ts";
import type { SeatOffer } from "./moving_door.ts";
import { useOffer } from "./use_offer.ts";

interface OfferDialogProps {
  visit: Visit;
  onClose: () => void;
}

/** On the tablet one has: a code for the other one, and the way out of this one. */
export function OfferDialog({ visit, onClose }: OfferDialogProps) {
  const w = words.value.notes.moving;
  const { state, renew } = useOffer(visit.kept);
  return (
    <Dialog title={w.open} onClose={onClose} testid="offer">
      {state.name === "asking" && <span class="spinner" role="status" aria-label={w.code} />}
      {state.name === "open" && <Open visit={visit} offer={state.offer} onAgain={renew} />}
      {state.name === "failed" && (
        <div class="stack" role="alert">
          <p>{w.failed}</p>
          <button type="button" class="button" onClick={renew}>
            {words.value.common.again}
          </button>
        </div>
      )}
      {state.name === "taken" && <Taken visit={visit} onClose={onClose} />}
    </Dialog>
  );
}

interface OpenProps {
  visit: Visit;
  offer: SeatOffer;
  onAgain: () => void;
}

function Open({ visit, offer, onAgain }: OpenProps) {
  const w = words.value.notes.moving;
  const left = offer.expires_at - useNow(visit.room, 1_000);
  if (left <= 0) {
    return (
      <div class="stack" role="alert" data-testid="offer-over">
        <p>{w.over}</p>
        <button type="button" class="button primary" data-testid="offer-again" onClick={onAgain}>
          {w.again}
        </button>
      </div>
    );
  }
  const { origin } = new URL(offer.url);
  return (
    <div class="offer">
      <p>{w.ask}</p>
      <span class="qr-image">
        <img src={offer.qr} alt={w.qr} data-testid="offer-qr" data-url={offer.url} />
      </span>
      <dl class="offer-facts">
        <dt>{w.where}</dt>
        <dd>{origin}/move</dd>
        <dt>{w.code}</dt>
        <dd class="offer-code" data-testid="offer-code">
          {offer.code.slice(0, 4)} {offer.code.slice(4)}
        </dd>
      </dl>
      <p class="quiet small">
        {w.left(clock(left))} · {w.once}
      </p>
    </div>
  );
}

function Taken({ visit, onClose }: OfferDialogProps) {
  const w = words.value.notes.moving;
  const doors = useDoors();
  const unsent = visit.room.unsent.value;
  return (
    <div class="stack" data-testid="offer-taken">
      <p class="row" role="status">
        <Icon name="check" /> <strong>{w.taken}</strong>
      </p>
      <p>{unsent > 0 ? w.unsent(unsent) : w.takenHint}</p>
      <div class="row end wrap">
        <button type="button" class="button" onClick={onClose}>
          {w.both}
        </button>
        <button
          type="button"
          class="button primary"
          data-testid="offer-leave"
          disabled={unsent > 0}
          onClick={() => {
            doors.seats.forget(visit.kept.seat.seat_id);
            go("/");
          }}
        >
          {w.leave}
        </button>
      </div>
    </div>
  );
}
