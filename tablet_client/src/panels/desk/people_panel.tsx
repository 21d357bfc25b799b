import { useState } from "preact/hooks";
import type { Person } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import type { DeskAt } from "./desk_screen.tsx";
import { PeopleDialog } from "./people_dialog.tsx";

/** How many are on the list of participants, and the way to change it. */
export function PeoplePanel({ at, people }: { at: DeskAt; people: readonly Person[] }) {
  const w = words.value;
  const [open, setOpen] = useState(false);
  return (
    <section class="panel" data-testid="people-panel">
      <div class="row">
        <h2 class="grow">{w.people.title}</h2>
        <span class="quiet small">{w.common.people(people.length)}</span>
      </div>
      <p class="quiet small">
        {people.length === 0
          ? w.people.empty
          : people.map((each) => `${each.name} ${each.position}`.trim()).join(", ")}
      </p>
      <button
        type="button"
        class="button"
        data-testid="manage-people"
        onClick={() => setOpen(true)}
      >
        {w.people.manage}
      </button>
      {open && <PeopleDialog at={at} people={people} onClose={() => setOpen(false)} />}
    </section>
  );
}
