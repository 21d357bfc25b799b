import { useState } from "preact/hooks";
import type { Person } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { Confirm } from "../parts/confirm.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import type { DeskAt } from "./desk_screen.tsx";
import { PeoplePaste } from "./people_paste.tsx";
import { PersonForm } from "./person_form.tsx";

interface PeopleDialogProps {
  at: DeskAt;
  people: readonly Person[];
  onClose: () => void;
}

/** The list of participants: one more, many more, another title, or off the list. */
export function PeopleDialog({ at, people, onClose }: PeopleDialogProps) {
  const w = words.value;
  const { room } = at.visit;
  const [editing, setEditing] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Person | null>(null);
  return (
    <Dialog title={w.people.title} kind="wide" onClose={onClose} testid="people-dialog">
      <PersonForm
        yes={w.common.add}
        onPerson={(fields) =>
          void room.ask({ type: "AddPerson", person: { person_id: at.newId(), ...fields } })
        }
      />
      <PeoplePaste at={at} />
      <ul class="people-rows">
        {people.map((person) => (
          <li key={person.person_id} data-testid="person-row">
            {editing === person.person_id ? (
              <PersonForm
                yes={w.common.save}
                from={person}
                onPerson={(fields) => {
                  const { person_id } = person;
                  void room.ask({ type: "EditPerson", person: { person_id, ...fields } });
                  setEditing(null);
                }}
              />
            ) : (
              <div class="row">
                <span class="grow">
                  <strong>{person.name}</strong>{" "}
                  <span class="quiet small">
                    {[person.department, person.position].filter(Boolean).join(" · ")}
                  </span>
                </span>
                <IconButton
                  icon="edit"
                  label={w.people.edit(person.name)}
                  onClick={() => setEditing(person.person_id)}
                />
                <IconButton
                  icon="trash"
                  label={w.people.remove(person.name)}
                  onClick={() => setRemoving(person)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {removing !== null && (
        <Confirm
          title={w.people.remove(removing.name)}
          ask={w.people.removeAsk(removing.name)}
          yes={w.common.remove}
          dangerous
          onClose={() => setRemoving(null)}
          onYes={() => void room.ask({ type: "RemovePerson", person_id: removing.person_id })}
        />
      )}
    </Dialog>
  );
}
