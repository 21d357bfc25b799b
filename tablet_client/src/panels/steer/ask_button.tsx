import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { announce } from "../parts/announcer.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import { PHONE, useMedia } from "../parts/use_media.ts";
import { mayAsk } from "../room/may_lead.ts";
import { useLeadWait } from "../room/use_lead_wait.ts";

/** Asks for the lead, or takes the asking back; only where asking is the way to it. */
export function AskButton({ visit }: { visit: Visit }) {
  const w = words.value.steer;
  const { room } = visit;
  const phone = useMedia(PHONE);
  const wait = useLeadWait(room);
  const state = room.state.value;
  const you = room.you.value;
  if (state === null || you === null || room.leading.value) return null;
  const asked = state.requests.some((each) => each.seat_id === you.seat_id);
  if (!asked && !mayAsk(state, you.role, wait)) return null;
  const press = async () => {
    if (asked) return void room.ask({ type: "DropRequest", seat_id: you.seat_id });
    const outcome = await room.ask({ type: "RequestLead" });
    if (outcome.ok) announce(w.requested);
  };
  const name = asked ? w.takeBack : w.request;
  const testid = asked ? "ask-back" : "ask-lead";
  if (phone) {
    return (
      <IconButton
        icon="lead"
        label={name}
        aria-pressed={asked}
        data-testid={testid}
        onClick={() => void press()}
      />
    );
  }
  return (
    <button
      type="button"
      class={asked ? "button asked" : "button"}
      data-testid={testid}
      onClick={() => void press()}
    >
      {name}
    </button>
  );
}
