import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { language, speak, words } from "../../words/words.ts";
import { Choice } from "./choice.tsx";
import { Dialog } from "./dialog.tsx";
import { IconButton } from "./icon_button.tsx";
import { chooseTheme, theme } from "./theme.ts";

/** Language and appearance, and whatever the screen adds; the same on every screen. */
export function Menu({ children }: { children?: (close: () => void) => ComponentChildren }) {
  const w = words.value.menu;
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <IconButton
        icon="more"
        label={w.open}
        aria-expanded={open}
        data-testid="menu"
        onClick={() => setOpen(true)}
      />
      {open && (
        <Dialog title={w.open} onClose={close} testid="menu-panel">
          <div class="stack">
            {children?.(close)}
            <Choice
              label={w.language}
              chosen={language.value}
              options={[
                { value: "ko", label: "한국어", lang: "ko" },
                { value: "en", label: "English", lang: "en" },
              ]}
              onChoose={speak}
            />
            <Choice
              label={w.theme}
              chosen={theme.value}
              options={[
                { value: "device", label: w.themeDevice },
                { value: "light", label: w.themeLight },
                { value: "dark", label: w.themeDark },
              ]}
              onChoose={chooseTheme}
            />
          </div>
        </Dialog>
      )}
    </>
  );
}
