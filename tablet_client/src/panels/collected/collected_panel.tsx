import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { DeskAt } from "../desk/desk_screen.tsx";
import type { View } from "../room/view.ts";
import { collectedLater } from "./collected_later.ts";
import { useCollected } from "./use_collected.ts";

/** At the desk: how much was collected, and the way to it. */
export function CollectedPanel({ at, view }: { at: DeskAt; view: View }) {
  const w = words.value.notes.collected;
  const { value } = useCollected(at.visit, at.meetingId, false);
  const [open, setOpen] = useState(false);
  const people = value?.writers.length ?? 0;
  return (
    <section class="panel" data-testid="collected-panel">
      <div class="row">
        <h2 class="grow">{w.title}</h2>
        {value !== null && people > 0 && (
          <span class="quiet small" data-testid="collected-count">
            {w.count(people, value.pages.length)}
          </span>
        )}
      </div>
      {people === 0 ? (
        <p class="quiet small">{w.hint}</p>
      ) : (
        <button
          type="button"
          class="button"
          data-testid="collected-open"
          onClick={() => setOpen(true)}
        >
          {w.open}
        </button>
      )}
      {open && <collectedLater.Part at={at} view={view} onClose={() => setOpen(false)} />}
    </section>
  );
}
