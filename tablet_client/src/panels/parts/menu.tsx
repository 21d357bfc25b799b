import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import { Dialog } from "./dialog.tsx";
import { IconButton } from "./icon_button.tsx";
import { SightSettings } from "./sight_settings.tsx";

/** Whatever the screen adds, and how this tablet shows everything; the same on every screen. */
export function Menu({ children }: { children?: (close: () => void) => ComponentChildren }) {
  const w = words.value;
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <IconButton
        icon="more"
        label={w.menu.open}
        aria-expanded={open}
        data-testid="menu"
        onClick={() => setOpen(true)}
      />
      {open && (
        <Dialog title={w.menu.open} onClose={close} testid="menu-panel">
          <div class="stack">
            {children?.(close)}
            <h3>{w.sight.open}</h3>
            <SightSettings />
          </div>
        </Dialog>
      )}
    </>
  );
}
