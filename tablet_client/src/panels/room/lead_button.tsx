import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Confirm } from "../parts/confirm.tsx";
import { mayTake } from "./may_lead.ts";
import { useLeadWait } from "./use_lead_wait.ts";

/** The button that makes me the presenter; only there when it would work. */
export function LeadButton({ visit }: { visit: Visit }) {
  const w = words.value.lead;
  const { room, kept } = visit;
  const [asking, setAsking] = useState(false);
  const wait = useLeadWait(room);
  const state = room.state.value;
  // Once the lead has waited in vain, the note that says so has the button.
  if (state === null || room.leading.value || wait === 0) return null;
  const how = mayTake(state, room.you.value?.role ?? kept.seat.role, wait);
  if (how === "no") return null;
  const take = () => void room.ask({ type: "TakeLead" });
  return (
    <>
      <button
        type="button"
        class={how === "free" ? "button primary" : "button"}
        data-testid="take-lead"
        onClick={() => (how === "free" ? take() : setAsking(true))}
      >
        {how === "free" ? w.take : w.takeOver}
      </button>
      {asking && (
        <Confirm
          title={w.takeOver}
          ask={w.takeOverAsk(state.lead?.name ?? "")}
          yes={w.takeOver}
          onYes={take}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
