import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import { useDoors, type Visit } from "../doors.ts";
import { offerLater } from "../moving/moving_later.ts";
import { PacketKept } from "../offline/packet_kept.tsx";
import { Confirm } from "../parts/confirm.tsx";
import { Icon } from "../parts/icon.tsx";
import { Menu } from "../parts/menu.tsx";
import { PHONE, useMedia } from "../parts/use_media.ts";
import { go } from "../route.ts";
import { deskPath } from "../routes.ts";
import { leftOf } from "../versions/left_count.ts";
import { leftOpen } from "../versions/left_open.ts";

/** The menu of somebody seated: who I am, the desk for the secretary, and the way out. */
export function SeatMenu({ visit }: { visit: Visit }) {
  const w = words.value;
  const doors = useDoors();
  const [leaving, setLeaving] = useState(false);
  const [moving, setMoving] = useState(false);
  const { seat } = visit.kept;
  const selects = useMedia(PHONE) && visit.room.leading.value;
  const left = leftOf(visit);
  const meetingId = visit.room.state.value?.meeting_id;
  return (
    <>
      <Menu>
        {(close) => (
          <>
            <p class="quiet">{w.menu.you(seat.name, w.roles[seat.role])}</p>
            <PacketKept packet={visit.packet} whole />
            {seat.role === "secretary" && meetingId !== undefined && (
              <button
                type="button"
                class="button"
                onClick={() => go(deskPath(meetingId, seat.seat_id))}
              >
                <Icon name="agenda" /> {w.menu.desk}
              </button>
            )}
            {left.count > 0 && (
              <button
                type="button"
                class="button"
                data-testid="menu-left"
                onClick={() => {
                  close();
                  leftOpen.value = true;
                }}
              >
                <Icon name="sheet" /> {w.versions.left} ({left.count})
              </button>
            )}
            {selects && (
              <button
                type="button"
                class="button"
                data-testid="menu-select"
                onClick={() => {
                  close();
                  visit.ink.tool.value = "hand";
                  visit.reader.selecting.value = true;
                }}
              >
                <Icon name="select" /> {w.tools.select}
              </button>
            )}
            <button
              type="button"
              class="button"
              data-testid="menu-move"
              onClick={() => {
                close();
                setMoving(true);
              }}
            >
              <Icon name="qr" /> {w.notes.moving.open}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => {
                close();
                setLeaving(true);
              }}
            >
              <Icon name="leave" /> {w.menu.leave}
            </button>
          </>
        )}
      </Menu>
      {moving && <offerLater.Part visit={visit} onClose={() => setMoving(false)} />}
      {leaving && (
        <Confirm
          title={w.menu.leave}
          ask={w.menu.leaveAsk}
          yes={w.menu.leaveYes}
          onClose={() => setLeaving(false)}
          onYes={() => {
            doors.seats.forget(seat.seat_id);
            go("/");
          }}
        />
      )}
    </>
  );
}
