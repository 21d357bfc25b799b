import type { Room } from "../../meeting/room.ts";
import type { View } from "../room/view.ts";
import { FollowingChoice } from "./following_choice.tsx";
import { mayAnswer } from "./may_answer.ts";
import { ReceiptsCard } from "./receipts_card.tsx";
import { Requests } from "./requests.tsx";

interface SteerCardsProps {
  room: Room;
  view: View;
  /** Whether the list of those behind is open from the beginning. */
  named?: boolean;
}

/** What whoever leads or steers looks after: who asks, who is here, how tablets go along. */
export function SteerCards({ room, view, named = false }: SteerCardsProps) {
  if (!mayAnswer(room)) return null;
  const role = room.you.value?.role;
  return (
    <>
      <Requests room={room} />
      <ReceiptsCard room={room} view={view} named={named} />
      {(role === "secretary" || role === "chair") && <FollowingChoice room={room} />}
    </>
  );
}
