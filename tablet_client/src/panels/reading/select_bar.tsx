import { useEffect, useState } from "preact/hooks";
import type { PageText } from "../../reading/answers.ts";
import { words } from "../../words/words.ts";
import { announce } from "../parts/announcer.tsx";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import { copiedText, copySelected } from "./copied_text.ts";

/** How long the check mark stands for "copied". */
const SAID_MS = 2_000;

interface SelectBarProps {
  lines: () => HTMLElement | null;
  text: PageText | null;
  /** Why there is nothing to select on this page. */
  note: string | null;
  onEnd: () => void;
}

/** While words are selected: how, a button that copies them, and the way back to the hand. */
export function SelectBar({ lines, text, note, onEnd }: SelectBarProps) {
  const w = words.value.reading;
  const [selected, setSelected] = useState(false);
  const [said, setSaid] = useState<boolean | null>(null);
  const mine = () => {
    const place = lines();
    return place === null ? "" : copiedText(place, document.getSelection());
  };

  useEffect(() => {
    const look = () => setSelected(mine() !== "");
    const copy = (event: ClipboardEvent) => {
      const copied = mine();
      if (copied === "" || event.clipboardData === null) return;
      // Plain words only: pasted with their style they would be as unseen as they are here.
      event.clipboardData.setData("text/plain", copied);
      event.preventDefault();
    };
    const end = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest("dialog, input")) return;
      onEnd();
    };
    document.addEventListener("selectionchange", look);
    document.addEventListener("copy", copy);
    addEventListener("keydown", end);
    return () => {
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("copy", copy);
      removeEventListener("keydown", end);
      document.getSelection()?.removeAllRanges();
    };
  }, [onEnd]);

  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const copy = async () => {
    const place = lines();
    if (place === null) return;
    if (mine() === "") document.getSelection()?.selectAllChildren(place);
    const done = await copySelected(mine());
    setSaid(done);
    announce(done ? w.copied : w.notCopied);
  };
  const empty = text === null || text.boxes.length === 0;
  const label = said === true ? w.copied : selected ? w.copy : w.copyPage;
  return (
    <section
      class="select-bar"
      aria-label={words.value.tools.select}
      data-testid="select-bar"
      // A press on the bar must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
    >
      <span class="select-hint">{said === false ? w.notCopied : (note ?? w.selectHint)}</span>
      {!empty && (
        <button
          type="button"
          class="pill-button"
          data-testid="copy-text"
          onClick={() => void copy()}
        >
          <Icon name={said === true ? "check" : "copy"} /> {label}
        </button>
      )}
      <IconButton icon="close" label={w.selectEnd} data-testid="select-end" onClick={onEnd} />
    </section>
  );
}
