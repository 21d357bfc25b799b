import { words } from "../../words/words.ts";
import type { PacketDoor } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";

/** Says that the tablet cannot keep what is written; nothing while it can. */
export function StorageNote({ packet }: { packet: PacketDoor }) {
  return (
    <div role="alert">
      {packet.notesAtRisk.value && (
        <p class="toast" data-testid="storage-note">
          <Icon name="warning" />
          {words.value.offline.bannerFull}
        </p>
      )}
    </div>
  );
}
