import { words } from "../../words/words.ts";
import { Dialog } from "./dialog.tsx";

interface ConfirmProps {
  title: string;
  ask: string;
  yes: string;
  dangerous?: boolean;
  onYes: () => void;
  onClose: () => void;
}

/** One question before something that cannot be taken back. */
export function Confirm({ title, ask, yes, dangerous = false, onYes, onClose }: ConfirmProps) {
  return (
    <Dialog title={title} onClose={onClose} testid="confirm">
      <p>{ask}</p>
      <div class="row end wrap">
        <button type="button" class="button" onClick={onClose}>
          {words.value.common.cancel}
        </button>
        <button
          type="button"
          class={`button ${dangerous ? "danger" : "primary"}`}
          data-testid="confirm-yes"
          onClick={() => {
            onClose();
            onYes();
          }}
        >
          {yes}
        </button>
      </div>
    </Dialog>
  );
}
