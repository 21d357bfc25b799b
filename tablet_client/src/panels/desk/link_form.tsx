import { useState } from "preact/hooks";
import type { Role } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { Dialog } from "../parts/dialog.tsx";
import type { DeskAt } from "./desk_screen.tsx";
import { useTask } from "./use_task.ts";

interface LinkFormProps {
  at: DeskAt;
  onCreated: () => void;
  onClose: () => void;
}

const ROLES: readonly Role[] = ["member", "presenter", "chair", "observer", "screen", "secretary"];

/** Half a day covers a meeting and its preparation; a week covers sending the papers ahead. */
const HOURS: readonly number[] = [4, 12, 24, 72, 168];
const USUAL_HOURS = 12;

/** A new link: for whom, under which name if it is fixed, and for how long. */
export function LinkForm({ at, onCreated, onClose }: LinkFormProps) {
  const w = words.value;
  const [role, setRole] = useState<Role>("member");
  const [name, setName] = useState("");
  const [hours, setHours] = useState(USUAL_HOURS);
  const { run, busy, wrong } = useTask();
  const create = async (event: Event) => {
    event.preventDefault();
    const fixed = name.trim();
    const wish = fixed === "" ? { role, hours } : { role, hours, name: fixed };
    if (await run(() => at.door.createLink(at.meetingId, wish))) {
      onCreated();
      onClose();
    }
  };
  return (
    <Dialog title={w.links.create} onClose={onClose} testid="link-form">
      <form class="stack" onSubmit={(event) => void create(event)}>
        <label class="field">
          <span>{w.links.role}</span>
          <select
            class="input"
            data-testid="link-role"
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as Role)}
          >
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {w.roles[each]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>
            {w.links.name} <span class="hint">({w.common.optional})</span>
          </span>
          <input
            class="input"
            maxLength={200}
            data-testid="link-name"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <span class="hint">{w.links.nameHint}</span>
        </label>
        <label class="field">
          <span>{w.links.hours}</span>
          <select
            class="input"
            data-testid="link-hours"
            value={hours}
            onChange={(event) => setHours(Number(event.currentTarget.value))}
          >
            {HOURS.map((each) => (
              <option key={each} value={each}>
                {w.links.hour(each)}
              </option>
            ))}
          </select>
        </label>
        {wrong !== null && (
          <p class="wrong" role="alert">
            {wrong}
          </p>
        )}
        <div class="row end">
          <button type="submit" class="button primary" disabled={busy} data-testid="link-save">
            {w.links.create}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
