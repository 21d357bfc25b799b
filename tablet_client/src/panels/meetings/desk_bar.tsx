import type { ComponentChildren } from "preact";
import { words } from "../../words/words.ts";
import type { KeptSeat } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import { Menu } from "../parts/menu.tsx";
import { meetingsPath, statusPath } from "../routes.ts";

interface DeskBarProps {
  kept: KeptSeat;
  children?: ComponentChildren;
}

/** The bar over the secretary's screens: the product, the list of meetings, who is at work. */
export function DeskBar({ kept, children }: DeskBarProps) {
  const w = words.value;
  return (
    <header class="top-bar desk-bar">
      <a class="brand" href={meetingsPath(kept.seat.seat_id)}>
        <Icon name="sheet" />
        <strong>{w.product}</strong>
        <span class="quiet">{w.meetings.title}</span>
      </a>
      <span class="grow" />
      {children}
      <span class="desk-who quiet oneline">{kept.seat.name}</span>
      <Menu>
        {(close) =>
          kept.seat.meeting_id === null && (
            <a
              class="button"
              href={statusPath(kept.seat.seat_id)}
              data-testid="service-status"
              onClick={close}
            >
              <Icon name="pulse" /> {w.status.title}
            </a>
          )
        }
      </Menu>
    </header>
  );
}
