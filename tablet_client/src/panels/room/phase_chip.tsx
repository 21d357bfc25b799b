import type { Room } from "../../meeting/room.ts";
import type { Snapshot } from "../../protocol/messages.ts";
import { hoursAndMinutes } from "../../words/figures.ts";
import { words } from "../../words/words.ts";
import { useNow } from "../parts/use_now.ts";

/** The display shows minutes: looking four times in each keeps it within a quarter of one. */
const LOOK_MS = 15_000;

/** Where the meeting stands, and how long it has been open. */
export function PhaseChip({ room, state }: { room: Room; state: Snapshot }) {
  const w = words.value;
  const now = useNow(room, LOOK_MS);
  const colour = state.phase === "open" ? "live" : state.phase === "closed" ? "" : "amber";
  const open = state.phase === "open" ? state.opened_at : null;
  return (
    <span class={`chip phase ${colour}`} data-testid="phase" data-phase={state.phase}>
      <span class={open === null ? undefined : "phase-word"}>{w.phases[state.phase]} </span>
      {open !== null && hoursAndMinutes(now - open)}
    </span>
  );
}
