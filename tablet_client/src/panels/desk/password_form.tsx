import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";

/** Asks for the password of a protected file; it is sent with the file and kept nowhere. */
export function PasswordForm({ onPassword }: { onPassword: (password: string) => void }) {
  const w = words.value.desk;
  const [typed, setTyped] = useState("");
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== "") onPassword(typed);
      }}
    >
      <input
        class="input"
        type="password"
        autoComplete="off"
        aria-label={w.password}
        placeholder={w.password}
        data-testid="pdf-password"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={typed === ""} data-testid="pdf-password-send">
        {w.passwordSend}
      </button>
    </form>
  );
}
