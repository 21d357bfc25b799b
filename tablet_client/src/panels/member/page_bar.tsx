import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { IconButton } from "../parts/icon_button.tsx";
import { FollowPill } from "../room/follow_pill.tsx";
import { PageNumber } from "../room/page_number.tsx";
import type { View } from "../room/view.ts";
import { PacketBar } from "./packet_bar.tsx";

interface PageBarProps {
  visit: Visit;
  view: View;
  pill: boolean;
  thumbnails: boolean;
  onThumbnails: () => void;
}

/** Back, the packet in one line, where the presenter is if not here, the page's number, forward. */
export function PageBar({ visit, view, pill, thumbnails, onThumbnails }: PageBarProps) {
  const w = words.value.room;
  const { room } = visit;
  const { at, held } = view;
  return (
    <div class="page-bar">
      <IconButton
        icon="previous"
        label={w.previousPage}
        data-testid="previous-page"
        disabled={held || at <= (view.packet[0]?.number ?? 1)}
        onClick={() => room.step(-1)}
      />
      <PacketBar room={room} view={view} />
      {pill && <FollowPill room={room} view={view} />}
      <PageNumber visit={visit} view={view} />
      {view.packet.length > 0 && (
        <IconButton
          icon="thumbnails"
          label={w.thumbnails}
          aria-pressed={thumbnails}
          data-testid="thumbnails-toggle"
          onClick={onThumbnails}
        />
      )}
      <IconButton
        icon="next"
        label={w.nextPage}
        data-testid="next-page"
        disabled={held || at >= (view.packet.at(-1)?.number ?? 0)}
        onClick={() => room.step(1)}
      />
    </div>
  );
}
