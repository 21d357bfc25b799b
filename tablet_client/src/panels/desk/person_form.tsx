import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { PersonLine } from "./people_lines.ts";

interface PersonFormProps {
  yes: string;
  from?: PersonLine;
  onPerson: (fields: PersonLine) => void;
}

/** One participant: a name, a department, a position; empties itself for the next one. */
export function PersonForm({ yes, from, onPerson }: PersonFormProps) {
  const w = words.value.people;
  const [name, setName] = useState(from?.name ?? "");
  const [department, setDepartment] = useState(from?.department ?? "");
  const [position, setPosition] = useState(from?.position ?? "");
  const field = (label: string, testid: string, value: string, set: (value: string) => void) => (
    <label class="field grow">
      <span>{label}</span>
      <input
        class="input"
        maxLength={200}
        autoComplete="off"
        data-testid={testid}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form
      class="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        onPerson({ name: name.trim(), department: department.trim(), position: position.trim() });
        setName("");
        setDepartment("");
        setPosition("");
      }}
    >
      {field(w.name, "person-name", name, setName)}
      {field(w.department, "person-department", department, setDepartment)}
      {field(w.position, "person-position", position, setPosition)}
      <button type="submit" class="button" data-testid="person-save" disabled={name.trim() === ""}>
        {yes}
      </button>
    </form>
  );
}
