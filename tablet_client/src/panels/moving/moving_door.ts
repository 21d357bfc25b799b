import type { KeptSeat } from "../doors.ts";

/** A seat offered to another tablet: `qr` is an image address, `expires_at` the service's ms. */
export interface SeatOffer {
  token: string;
  code: string;
  url: string;
  qr: string;
  expires_at: number;
}

/** How somebody proves that a seat was offered to them. */
export type OfferProof = { token: string } | { code: string };

/** A seat goes on with another tablet. Every call throws HttpProblem. */
export interface MovingDoor {
  /** Offers the seat; only the newest offer can be taken. */
  offer(kept: KeptSeat): Promise<SeatOffer>;
  /** Whether another tablet has taken it. */
  wasTaken(kept: KeptSeat, token: string): Promise<boolean>;
  withdraw(kept: KeptSeat): Promise<void>;
  /** Takes an offered seat, and keeps it on this tablet. */
  take(proof: OfferProof): Promise<KeptSeat>;
}
