import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";

/** Whether what I did has arrived, in a word. */
export function SaveState({ room }: { room: Room }) {
  const w = words.value.saved;
  const link = room.link.value;
  const unsent = room.unsent.value;
  const held = room.heldBack.value.length;
  const arrived = link === "live" && unsent === 0;
  const text =
    link === "away"
      ? unsent === 0
        ? w.away
        : w.awayKept(unsent)
      : link === "connecting"
        ? w.connecting
        : unsent === 0
          ? w.saved
          : held > 0
            ? words.value.pen.heldBackShort(held)
            : w.sending(unsent);
  const colour = arrived ? "good" : link === "away" || held > 0 ? "amber" : "blue";
  return (
    <span class={`chip ${colour}`} data-testid="save-state" data-link={link} data-unsent={unsent}>
      {text}
    </span>
  );
}
