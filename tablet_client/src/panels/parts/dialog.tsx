import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../words/words.ts";
import { IconButton } from "./icon_button.tsx";

interface DialogProps {
  title: string;
  onClose: () => void;
  kind?: "card" | "drawer" | "wide" | "paper";
  testid?: string;
  children: ComponentChildren;
}

/** Something to settle before going on. The browser keeps focus inside and gives it back. */
export function Dialog({ title, onClose, kind = "card", testid, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const close = useRef(onClose);
  close.current = onClose;
  // Before the next key can arrive: an effect after the paint would leave an Escape unheard.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const before = document.activeElement;
    // A press beside the card closes it, as Escape does (the browser's `cancel` below).
    const beside = (event: MouseEvent) => event.target === element && close.current();
    // Without a touch or key before, browsers close on Escape and do not ask by `cancel`.
    const closed = () => close.current();
    element.addEventListener("click", beside);
    element.addEventListener("close", closed);
    element.showModal();
    const first = element.querySelector<HTMLInputElement>("input[data-first]");
    first?.focus();
    // What stands in the field is replaced by typing, as on a telephone.
    first?.select();
    return () => {
      element.removeEventListener("click", beside);
      element.removeEventListener("close", closed);
      element.close();
      // The browser gives focus back only to what closes a dialog still on the page.
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={box}
      class={`dialog ${kind}`}
      aria-labelledby={heading}
      data-testid={testid}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-body">
        <div class="row dialog-head">
          <h2 class="grow" id={heading}>
            {title}
          </h2>
          <IconButton icon="close" label={words.value.common.close} onClick={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
