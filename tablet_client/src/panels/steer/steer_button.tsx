import { useState } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import type { View } from "../room/view.ts";
import { mayAnswer } from "./may_answer.ts";
import { SteerCards } from "./steer_cards.tsx";

/** How many are on the page, in short; pressed, the cards, where no place is beside the page. */
export function SteerButton({ room, view }: { room: Room; view: View }) {
  const w = words.value.steer;
  const [open, setOpen] = useState(false);
  if (!mayAnswer(room)) return null;
  const receipts = view.state.phase === "open" ? room.receipts.value : null;
  return (
    <>
      <button
        type="button"
        class="button plain steer-button"
        aria-expanded={open}
        data-testid="steer"
        onClick={() => setOpen(true)}
      >
        <Icon name="people" />
        <span class="unseen">{w.title} </span>
        {receipts !== null && receipts.of > 0 && `${receipts.reached}/${receipts.of}`}
      </button>
      {open && (
        <Dialog title={w.title} kind="drawer" testid="steer-panel" onClose={() => setOpen(false)}>
          <div class="steer-cards">
            <SteerCards room={room} view={view} named />
          </div>
        </Dialog>
      )}
    </>
  );
}
