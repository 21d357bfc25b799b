import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { Icon } from "./icon.tsx";

/** Says that the line is down and what still works; nothing when all is well. */
export function AwayBanner({ room }: { room: Room }) {
  if (room.link.value !== "away") return null;
  return (
    <p class="banner amber" data-testid="away-banner">
      <Icon name="offline" />
      {words.value.offline.banner}
    </p>
  );
}
