import { api } from "../link/http.ts";
import type { Seat } from "../link/join.ts";
import { keepSeat } from "../link/seats_kept.ts";
import type { KeptSeat } from "../panels/doors.ts";
import type { MovingDoor, SeatOffer } from "../panels/moving/moving_door.ts";

interface Moved {
  readonly token: string;
  readonly seat: Seat;
  readonly meeting_title: string | null;
}

/** The service's doors for a seat that goes on with another tablet. */
export function openMoving(origin: string): MovingDoor {
  const path = "/api/seat/transfer";
  return {
    offer: ({ token }) => api(origin, token).post<SeatOffer>(path),
    async wasTaken(kept, token) {
      const look = await api(origin, kept.token).post<{ taken: boolean }>(`${path}/look`, {
        token,
      });
      return look.taken;
    },
    withdraw: ({ token }) => api(origin, token).delete(path),
    async take(proof) {
      const { token, seat, meeting_title } = await api(origin).post<Moved>("/api/transfer", proof);
      const kept: KeptSeat = { token, seat, meeting_title: meeting_title ?? "" };
      keepSeat(kept);
      return kept;
    },
  };
}
