import { useState } from "preact/hooks";
import { sentence, words } from "../../words/words.ts";
import { problemIn, useDoors } from "../doors.ts";
import { pathOfSeat } from "../home/path_of_seat.ts";
import { Icon } from "../parts/icon.tsx";
import { useTitle } from "../parts/use_title.ts";
import { go } from "../route.ts";
import type { OfferProof } from "./moving_door.ts";

const DIGITS = 8;

/** On the other tablet: the seat that a QR code brought, or the code that somebody types. */
export function MoveScreen({ token }: { token: string }) {
  const w = words.value.notes.moving;
  const { moving } = useDoors();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  // A QR code that does not open leaves the code, which can be typed in its place.
  const [typing, setTyping] = useState(token === "");
  useTitle(w.title);
  const take = async (proof: OfferProof) => {
    setBusy(true);
    setWrong(null);
    try {
      go(pathOfSeat(await moving.take(proof)), "replace");
    } catch (thrown) {
      const problem = problemIn(thrown);
      setWrong(problem === null ? w.unreached : sentence(problem));
      setBusy(false);
    }
  };
  return (
    <main class="join move" data-testid="move">
      <h1>{typing ? w.title : w.ready}</h1>
      <p class="quiet">{typing ? w.hint : w.readyHint}</p>
      {typing ? (
        <CodeForm busy={busy} onCode={(code) => void take({ code })} />
      ) : (
        <button
          type="button"
          class="button primary"
          data-testid="move-go"
          disabled={busy}
          onClick={() => void take({ token })}
        >
          {w.go} <Icon name="next" />
        </button>
      )}
      {wrong !== null && (
        <p class="wrong" role="alert" data-testid="move-wrong">
          {wrong}
        </p>
      )}
      {!typing && wrong !== null && (
        <button type="button" class="button" onClick={() => setTyping(true)}>
          {w.byCode}
        </button>
      )}
      <p>
        <a class="button plain" href="/">
          {words.value.home.toStart}
        </a>
      </p>
    </main>
  );
}

function CodeForm({ busy, onCode }: { busy: boolean; onCode: (code: string) => void }) {
  const w = words.value.notes.moving;
  const [typed, setTyped] = useState("");
  const code = typed.replace(/\D/gu, "");
  const isWhole = code.length === DIGITS;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole && !busy) onCode(code);
      }}
    >
      <label class="field">
        <span>{w.field}</span>
        <input
          class="input move-code"
          inputMode="numeric"
          autoComplete="one-time-code"
          enterKeyHint="go"
          maxLength={2 * DIGITS}
          value={typed}
          data-testid="move-code"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button
        type="submit"
        class="button primary"
        data-testid="move-submit"
        disabled={!isWhole || busy}
      >
        {w.go}
      </button>
    </form>
  );
}
