import { words } from "../../words/words.ts";
import { Thumb } from "../parts/thumb.tsx";
import type { View } from "../room/view.ts";
import type { DeskAt } from "./desk_screen.tsx";

/** The page everyone is shown now, in small. */
export function LivePreview({ at, view }: { at: DeskAt; view: View }) {
  const w = words.value;
  const { theirs, pageCount } = view;
  if (theirs === null) return <p class="quiet small">{w.now.noPage}</p>;
  const size = theirs.document.sizes[theirs.page.page - 1];
  return (
    <figure class="live-preview" data-testid="live-preview" data-page={theirs.number}>
      <div class="live-paper" style={{ "--ratio": size ? size[0] / size[1] : 1 }}>
        <Thumb pages={at.visit.pages} page={theirs.page} ready={theirs.ready} />
      </div>
      <figcaption>
        <strong>{theirs.item.title}</strong>
        <span class="quiet small">
          {theirs.number} {w.room.ofPages(pageCount)}
        </span>
      </figcaption>
    </figure>
  );
}
