import { findPage } from "../../meeting/packet.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";

/** Back to the page a link or a chapter was followed from; nothing when there is none. */
export function WayBackChip({ visit }: { visit: Visit }) {
  const w = words.value.reading;
  const { room, reader } = visit;
  const from = findPage(room.packet.value, reader.wayBack.page.value);
  if (from === null) return null;
  return (
    <div class="way-back">
      <button
        type="button"
        class="way-back-go"
        data-testid="way-back"
        onClick={() => reader.wayBack.back()}
      >
        <Icon name="back" /> {w.back(from.number)}
      </button>
      <IconButton icon="close" label={w.backForget} onClick={() => reader.wayBack.forget()} />
    </div>
  );
}
