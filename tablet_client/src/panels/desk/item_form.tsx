import { useState } from "preact/hooks";
import type { Item } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Switch } from "../parts/switch.tsx";

export type ItemFields = Omit<Item, "item_id">;

interface ItemFormProps {
  title: string;
  from?: ItemFields;
  onSave: (fields: ItemFields) => unknown;
  onClose: () => void;
}

/** A day, the wire's bound on an item's minutes. */
const MOST_MINUTES = 24 * 60;

/** What an agenda item is about, who reports, and how long it should take. */
export function ItemForm({ title, from, onSave, onClose }: ItemFormProps) {
  const w = words.value;
  const [name, setName] = useState(from?.title ?? "");
  const [department, setDepartment] = useState(from?.department ?? "");
  const [reporter, setReporter] = useState(from?.reporter ?? "");
  const [minutes, setMinutes] = useState(String(from?.minutes ?? 10));
  const [embargoed, setEmbargoed] = useState(from?.embargoed ?? false);
  const [closed, setClosed] = useState(from?.closed ?? false);
  const [noStore, setNoStore] = useState(from?.no_store ?? false);
  const [wrong, setWrong] = useState(false);
  const save = (event: Event) => {
    event.preventDefault();
    if (name.trim() === "") return setWrong(true);
    const planned = Math.min(MOST_MINUTES, Math.max(0, Math.round(Number(minutes)) || 0));
    onSave({
      title: name.trim(),
      department: department.trim(),
      reporter: reporter.trim(),
      minutes: planned,
      embargoed,
      closed,
      no_store: noStore,
    });
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} testid="item-form">
      <form class="stack" noValidate onSubmit={save}>
        <label class="field">
          <span>{w.desk.itemTitle}</span>
          <input
            class="input"
            data-first
            maxLength={200}
            aria-invalid={wrong}
            data-testid="item-title"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        {wrong && (
          <p class="wrong" role="alert">
            {w.desk.titleMissing}
          </p>
        )}
        <div class="row two">
          <label class="field grow">
            <span>{w.desk.department}</span>
            <input
              class="input"
              maxLength={200}
              data-testid="item-department"
              value={department}
              onInput={(event) => setDepartment(event.currentTarget.value)}
            />
          </label>
          <label class="field grow">
            <span>{w.desk.reporter}</span>
            <input
              class="input"
              maxLength={200}
              data-testid="item-reporter"
              value={reporter}
              onInput={(event) => setReporter(event.currentTarget.value)}
            />
          </label>
        </div>
        <label class="field">
          <span>{w.desk.plannedMinutes}</span>
          <input
            class="input"
            type="number"
            inputMode="numeric"
            min={0}
            max={MOST_MINUTES}
            data-testid="item-minutes"
            value={minutes}
            onInput={(event) => setMinutes(event.currentTarget.value)}
          />
        </label>
        <Switch
          label={w.steer.marks.embargo}
          hint={w.steer.markHints.embargo}
          checked={embargoed}
          testid="item-embargoed"
          onChange={setEmbargoed}
        />
        <Switch
          label={w.steer.marks.closed}
          hint={w.steer.markHints.closed}
          checked={closed}
          testid="item-closed"
          onChange={setClosed}
        />
        <Switch
          label={w.offline.noStore}
          hint={w.offline.noStoreHint}
          checked={noStore}
          testid="item-no-store"
          onChange={setNoStore}
        />
        <div class="row end">
          <button type="submit" class="button primary" data-testid="item-save">
            {from === undefined ? w.common.add : w.common.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
