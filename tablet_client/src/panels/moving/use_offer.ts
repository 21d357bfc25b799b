import { useCallback, useEffect, useState } from "preact/hooks";
import { type KeptSeat, useDoors } from "../doors.ts";
import type { SeatOffer } from "./moving_door.ts";

/** Often enough that the old tablet seems to notice at once. */
const LOOK_EVERY_MS = 1_500;

/** How an offer stands. */
export type OfferState =
  | { name: "asking" }
  | { name: "open"; offer: SeatOffer }
  | { name: "over" }
  | { name: "taken" }
  | { name: "failed" };

/** Offers a seat while the calling screen stands, and says when it was taken. */
export function useOffer(kept: KeptSeat): { state: OfferState; renew: () => void } {
  const { moving } = useDoors();
  const [state, setState] = useState<OfferState>({ name: "asking" });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (offer: SeatOffer) => {
      try {
        if (await moving.wasTaken(kept, offer.token)) return wanted && setState({ name: "taken" });
      } catch {
        // Lost, or over: the screen's own clock knows the end, and until then it looks again.
      }
      if (wanted) timer = setTimeout(() => void look(offer), LOOK_EVERY_MS);
    };
    setState({ name: "asking" });
    moving.offer(kept).then(
      (offer) => {
        if (!wanted) return;
        setState({ name: "open", offer });
        timer = setTimeout(() => void look(offer), LOOK_EVERY_MS);
      },
      () => wanted && setState({ name: "failed" }),
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
      // A code on a screen that is closed opens nothing; when it cannot be told, its time ends it.
      moving.withdraw(kept).catch(() => undefined);
    };
  }, [moving, kept, round]);
  const renew = useCallback(() => setRound((was) => was + 1), []);
  return { state, renew };
}
