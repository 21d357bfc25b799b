import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";

interface NameFormProps {
  onName: (name: string) => void;
  onList: (() => void) | null;
}

/** For whoever is not on the list: a name to be shown. */
export function NameForm({ onName, onList }: NameFormProps) {
  const w = words.value.join;
  const [typed, setTyped] = useState("");
  const name = typed.trim();
  return (
    <form
      class="stack join-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== "") onName(name);
      }}
    >
      <h2>{w.nameAsk}</h2>
      <label class="field">
        <span>{w.nameLabel}</span>
        <input
          class="input"
          autoComplete="name"
          maxLength={200}
          placeholder={w.nameExample}
          data-testid="join-name"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button primary" data-testid="join-submit" disabled={name === ""}>
        {w.submit}
      </button>
      {onList !== null && (
        <button type="button" class="button text start" onClick={onList}>
          {w.toList}
        </button>
      )}
    </form>
  );
}
