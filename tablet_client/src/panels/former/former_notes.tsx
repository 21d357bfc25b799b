import { useEffect, useState } from "preact/hooks";
import type { FormerInk } from "../../meeting/former_ink.ts";
import { words } from "../../words/words.ts";
import { announce } from "../parts/announcer.tsx";
import { Confirm } from "../parts/confirm.tsx";
import { Icon } from "../parts/icon.tsx";

/** Notes of a former seat of the same name: how many, and what is to become of them. */
export function FormerNotes({ former }: { former: FormerInk }) {
  const w = words.value.former;
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const count = former.count.value;
  const said = count === 0 ? "" : w.left(count);
  useEffect(() => {
    if (said !== "") announce(said);
  }, [said]);
  if (count === 0) return null;
  const settle = async (act: () => Promise<boolean>, done: string) => {
    const isDone = await act();
    setFailed(!isDone);
    announce(isDone ? done : w.unable);
  };
  return (
    <>
      <div class="banner former-notes" data-testid="former-notes" data-count={count}>
        <Icon name="pen" />
        <p class="grow">
          {said} {failed && <strong data-testid="former-unable">{w.unable}</strong>}
        </p>
        <span class="row">
          <button
            type="button"
            class="button primary"
            data-testid="former-take"
            onClick={() => void settle(former.takeOver, w.taken(count))}
          >
            {w.takeOver}
          </button>
          <button
            type="button"
            class="button"
            data-testid="former-throw"
            onClick={() => setAsking(true)}
          >
            {w.throwAway}
          </button>
        </span>
      </div>
      {asking && (
        <Confirm
          title={w.throwAway}
          ask={w.throwAwayAsk(count)}
          yes={w.throwAway}
          dangerous
          onYes={() => void settle(former.throwAway, w.thrownAway)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
