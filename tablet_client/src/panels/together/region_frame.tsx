import { regionOn } from "../../meeting/regions.ts";
import type { Room } from "../../meeting/room.ts";
import { samePage } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import type { MountedSheet } from "../sheet_door.ts";
import { boxOf } from "./placed_box.ts";

/** The height of the words on the frame, in CSS pixels: without it above, they stand inside. */
const WORD = 52;

/** Where the presenter looks, drawn on the page of whoever looks elsewhere; pressed, one goes there. */
export function RegionFrame({ room, sheet }: { room: Room; sheet: MountedSheet }) {
  const w = words.value.together;
  const region = regionOn(room);
  const placement = sheet.placement.value;
  if (region === null || placement === null || sheet.isLed.value) return null;
  if (!samePage(placement.page, room.shown.value)) return null;
  const leads = room.leading.value;
  const goes = room.following.value && !leads;
  const isHigh = placement.top + region.y * placement.scale < WORD;
  return (
    <div
      class={isHigh ? "region-frame high" : "region-frame"}
      style={boxOf(region, placement)}
      data-testid="region-frame"
    >
      {goes ? (
        <button
          type="button"
          class="region-word"
          title={w.regionGo}
          data-testid="region-go"
          onClick={() => sheet.giveBack()}
        >
          <Icon name="lead" />
          {w.regionHere}
        </button>
      ) : (
        <span class="region-word">{leads ? w.frameHere : w.regionHere}</span>
      )}
    </div>
  );
}
