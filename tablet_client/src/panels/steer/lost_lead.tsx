import { useEffect } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { announce } from "../parts/announcer.tsx";
import { Icon } from "../parts/icon.tsx";
import { mayTake } from "../room/may_lead.ts";
import { useLeadWait } from "../room/use_lead_wait.ts";
import type { View } from "../room/view.ts";
import { mayAnswer } from "./may_answer.ts";

interface LostLeadProps {
  visit: Visit;
  view: View;
  /** Whether pages can be turned on this screen: else it only says so. */
  takes?: boolean;
}

/** Says that the presenter is lost and how long the lead waits; then offers to carry on. */
export function LostLead({ visit, view, takes = true }: LostLeadProps) {
  const w = words.value.steer;
  const { room } = visit;
  const wait = useLeadWait(room);
  const you = room.you.value;
  const concerns = mayAnswer(room) || you?.role === "presenter";
  const said = wait === null || !concerns ? null : wait > 0 ? "waits" : "over";
  useEffect(() => {
    // Each once: a countdown read aloud every second would drown the meeting.
    if (said === "waits") announce(w.lost(wait ?? 0));
    if (said === "over") announce(w.lostLong);
  }, [said]);
  if (said === null || you === null || room.leading.value || room.link.value !== "live")
    return null;
  return (
    <div class="stage-note" data-testid="lost-lead">
      <Icon name="offline" />
      <p class="grow">{wait === 0 ? w.lostLong : w.lost(wait ?? 0)}</p>
      {takes && wait === 0 && mayTake(view.state, you.role, wait) === "free" && (
        <button
          type="button"
          class="button primary"
          data-testid="take-lead"
          onClick={() => void room.ask({ type: "TakeLead" })}
        >
          {w.takeUp}
        </button>
      )}
    </div>
  );
}
