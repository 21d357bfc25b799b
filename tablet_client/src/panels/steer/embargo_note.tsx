import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { announce } from "../parts/announcer.tsx";
import { Icon } from "../parts/icon.tsx";
import { isEmbargoed } from "../room/veils.ts";
import type { View } from "../room/view.ts";
import { mayAnswer } from "./may_answer.ts";

/** Over a page that the members do not see yet: says so, and opens its item in one tap. */
export function EmbargoNote({ room, view }: { room: Room; view: View }) {
  const w = words.value.steer;
  const answers = mayAnswer(room);
  // A member may have got the lead at an item under its veil.
  const item = view.mine?.item ?? (answers ? view.veil?.item : null) ?? null;
  if (item === null || !isEmbargoed(view.state, item)) return null;
  const open = async () => {
    const outcome = await room.ask({ type: "OpenItem", item_id: item.item_id });
    if (outcome.ok) announce(w.opened(item.title));
  };
  return (
    <div class="banner amber embargo-note" data-testid="embargo-note">
      <Icon name="lock" />
      <p>{w.stillVeiled}</p>
      {answers && (
        <button
          type="button"
          class="button"
          aria-label={w.openItemOf(item.title)}
          data-testid="open-item"
          onClick={() => void open()}
        >
          {w.openItem}
        </button>
      )}
    </div>
  );
}
