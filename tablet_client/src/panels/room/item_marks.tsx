import type { Item, Snapshot } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { marksOf } from "./veils.ts";

/** What holds of an item now: kept back until it is opened, closed to guests; mostly nothing. */
export function ItemMarks({ state, item }: { state: Snapshot; item: Item }) {
  const w = words.value.steer;
  return (
    <>
      {marksOf(state, item).map((mark) => (
        <span
          key={mark}
          class={`item-mark ${mark}`}
          title={w.markHints[mark]}
          data-testid={`mark-${mark}`}
        >
          {w.marks[mark]}
        </span>
      ))}
    </>
  );
}
