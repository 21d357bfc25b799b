import type { ComponentChildren } from "preact";
import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import type { MountedSheet } from "../sheet_door.ts";
import { ZOOM_STEP } from "./zoom_step.ts";

interface ZoomButtonsProps {
  sheet: MountedSheet;
  /** More buttons of the stage. */
  children?: ComponentChildren;
}

/** Nearer, farther, the whole page: what two fingers do, for one that presses. */
export function ZoomButtons({ sheet, children }: ZoomButtonsProps) {
  const w = words.value.room;
  const zoom = sheet.zoom.value;
  const press = (act: () => void) => (event: Event) => {
    const { currentTarget: pressed } = event;
    act();
    // The button pressed is gone with the last step back; the keyboard stays at its neighbour.
    if (sheet.zoom.value > 1 || !(pressed instanceof Element)) return;
    pressed.parentElement?.querySelector("button")?.focus();
  };
  const percent = w.zoomed(Math.round(zoom * 100));
  return (
    <div class="stage-zoom">
      <IconButton
        icon="plus"
        label={w.zoomIn}
        data-testid="zoom-in"
        disabled={sheet.isNearest.value}
        onClick={() => sheet.zoomBy(ZOOM_STEP)}
      />
      {zoom > 1 && (
        <>
          <IconButton
            icon="minus"
            label={w.zoomOut}
            data-testid="zoom-out"
            onClick={press(() => sheet.zoomBy(1 / ZOOM_STEP))}
          />
          <button
            type="button"
            class="icon-button stage-zoom-whole"
            aria-label={`${w.zoomReset}, ${percent}`}
            title={w.zoomReset}
            data-testid="zoom-reset"
            onClick={press(() => sheet.resetZoom())}
          >
            <Icon name="wholePage" />
            <span>{percent}</span>
          </button>
        </>
      )}
      {children}
    </div>
  );
}
