import { useState } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { Dialog } from "../parts/dialog.tsx";
import type { View } from "./view.ts";

/** Which page of how many; pressing it asks for another number. */
export function PageNumber({ room, view }: { room: Room; view: View }) {
  const w = words.value.room;
  const [asking, setAsking] = useState(false);
  const all = view.packet.length;
  if (view.mine === null) return null;
  return (
    <>
      <button
        type="button"
        class="page-number"
        data-testid="page-number"
        title={w.jump}
        onClick={() => setAsking(true)}
      >
        <strong>{view.mine.number}</strong> {w.ofPages(all)}
        <span class="unseen">. {w.jump}</span>
      </button>
      {asking && (
        <JumpDialog
          all={all}
          at={view.mine.number}
          onGo={(number) => {
            const target = view.packet[number - 1];
            if (target !== undefined) room.show(target.page);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

interface JumpProps {
  all: number;
  at: number;
  onGo: (number: number) => void;
  onClose: () => void;
}

function JumpDialog({ all, at, onGo, onClose }: JumpProps) {
  const w = words.value.room;
  const [typed, setTyped] = useState(String(at));
  const number = Number(typed);
  const fits = Number.isInteger(number) && number >= 1 && number <= all;
  return (
    <Dialog title={w.jump} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (fits) onGo(number);
        }}
      >
        <label class="field">
          <span>{w.jumpLabel(all)}</span>
          <input
            class="input"
            inputMode="numeric"
            autoComplete="off"
            data-testid="jump-page"
            value={typed}
            aria-invalid={!fits}
            data-first
            onInput={(event) => setTyped(event.currentTarget.value.trim())}
          />
        </label>
        <button type="submit" class="button primary" disabled={!fits} data-testid="jump-go">
          {w.go}
        </button>
      </form>
    </Dialog>
  );
}
