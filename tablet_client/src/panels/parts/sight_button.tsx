import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import { Dialog } from "./dialog.tsx";
import { Icon } from "./icon.tsx";
import { SightSettings } from "./sight_settings.tsx";

/** At the door, before anybody has a seat: how this tablet shows everything. */
export function SightButton() {
  const w = words.value.sight;
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="button plain"
        aria-haspopup="dialog"
        data-testid="sight"
        onClick={() => setOpen(true)}
      >
        <Icon name="sight" /> {w.open}
      </button>
      {open && (
        <Dialog title={w.open} onClose={() => setOpen(false)} testid="sight-panel">
          <SightSettings />
        </Dialog>
      )}
    </>
  );
}
