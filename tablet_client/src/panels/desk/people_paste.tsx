import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { DeskAt } from "./desk_screen.tsx";
import { readPeople } from "./people_lines.ts";

/** Many participants at once, pasted from a letter or a spreadsheet. */
export function PeoplePaste({ at }: { at: DeskAt }) {
  const w = words.value.people;
  const [text, setText] = useState("");
  const [done, setDone] = useState<{ done: number; all: number } | null>(null);
  const people = readPeople(text);
  const add = async () => {
    setDone({ done: 0, all: people.length });
    for (const [index, person] of people.entries()) {
      await at.visit.room.ask({ type: "AddPerson", person: { person_id: at.newId(), ...person } });
      setDone({ done: index + 1, all: people.length });
    }
    setDone(null);
    setText("");
  };
  return (
    <details class="paste">
      <summary>{w.paste}</summary>
      <div class="stack">
        <label class="field">
          <span>{w.pasteHint}</span>
          <textarea
            class="input"
            rows={6}
            data-testid="people-paste"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <div class="row end">
          <button
            type="button"
            class="button primary"
            data-testid="people-paste-add"
            disabled={people.length === 0 || done !== null}
            onClick={() => void add()}
          >
            {done === null ? w.pasteAdd(people.length) : w.adding(done.done, done.all)}
          </button>
        </div>
      </div>
    </details>
  );
}
