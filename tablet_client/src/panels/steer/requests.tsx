import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";

/** Who asks to present, in the order they asked; whoever leads or steers says yes or no. */
export function Requests({ room }: { room: Room }) {
  const w = words.value.steer;
  const requests = room.state.value?.requests ?? [];
  if (requests.length === 0) return null;
  return (
    <section class="steer-card" data-testid="requests">
      <h2>{w.requests(requests.length)}</h2>
      <ul class="requests">
        {requests.map(({ seat_id, name }) => (
          <li key={seat_id} data-testid="request" data-name={name}>
            <span class="grow oneline">{name}</span>
            <button
              type="button"
              class="button"
              aria-label={w.giveTo(name)}
              data-testid={`request-give-${name}`}
              onClick={() => void room.ask({ type: "HandOver", seat_id })}
            >
              {w.give}
            </button>
            <button
              type="button"
              class="button plain"
              aria-label={w.declineOf(name)}
              data-testid={`request-decline-${name}`}
              onClick={() => void room.ask({ type: "DropRequest", seat_id })}
            >
              {w.decline}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
