import type { InkDesk } from "../../ink/desk.ts";
import { pageHeight } from "../../ink/geometry.ts";
import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import type { MountedSheet } from "../sheet_door.ts";

/** One press moves marks this far: 1.5 % of the page's width. */
const NUDGE = 150;

const WAYS = [
  ["left", "previous", -NUDGE, 0],
  ["up", "up", 0, -NUDGE],
  ["down", "down", 0, NUDGE],
  ["right", "next", NUDGE, 0],
] as const;

/** With the lasso in hand: what it holds, and by buttons everything that fingers do with it. */
export function ChosenBar({ ink, sheet }: { ink: InkDesk; sheet: MountedSheet }) {
  const w = words.value.pen;
  const { choosing } = ink;
  const marks = choosing.marks.value;
  const [only] = marks;
  const note = marks.length === 1 && only?.stroke.tool === "note" ? only : null;
  return (
    <section class="select-bar chosen-bar" aria-label={w.tools.lasso} data-testid="chosen-bar">
      <span aria-live="polite" data-testid="chosen-count" data-count={marks.length}>
        {w.chosen(marks.length)}
      </span>
      {marks.length > 0 && (
        <span class="chosen-ways">
          {WAYS.map(([way, icon, dx, dy]) => (
            <IconButton
              key={way}
              icon={icon}
              label={w.nudge[way]}
              data-testid={`nudge-${way}`}
              onClick={() => choosing.move(dx, dy)}
            />
          ))}
        </span>
      )}
      {note !== null && (
        <button
          type="button"
          class="pill-button"
          data-testid="chosen-edit"
          onClick={() => {
            const size = sheet.placement.value?.size;
            if (size !== undefined) ink.words.change(note, pageHeight(size));
          }}
        >
          <Icon name="edit" /> {w.chosenEdit}
        </button>
      )}
      {marks.length > 0 ? (
        <button
          type="button"
          class="pill-button"
          data-testid="chosen-erase"
          onClick={() => choosing.erase()}
        >
          <Icon name="trash" /> {w.chosenErase}
        </button>
      ) : (
        <button
          type="button"
          class="pill-button"
          data-testid="choose-all"
          onClick={() => choosing.all()}
        >
          {w.chooseAll}
        </button>
      )}
      <IconButton
        icon="close"
        label={w.letGo}
        data-testid="chosen-end"
        onClick={() => ink.take("hand")}
      />
    </section>
  );
}
