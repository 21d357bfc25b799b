import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import { announce } from "../parts/announcer.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { IconButton } from "../parts/icon_button.tsx";

/** How long the check mark stands for "copied". */
const SAID_MS = 2_000;

/** Puts a link on the clipboard; where the browser forbids it, shows it to be copied by hand. */
export function CopyLink({ url, role }: { url: string; role: string }) {
  const w = words.value.links;
  const [copied, setCopied] = useState(false);
  const [byHand, setByHand] = useState(false);
  const copy = async () => {
    try {
      // Missing on plain http, which is what a meeting room's network has.
      await navigator.clipboard.writeText(url);
      setCopied(true);
      announce(w.copied);
      setTimeout(() => setCopied(false), SAID_MS);
    } catch {
      setByHand(true);
    }
  };
  return (
    <>
      <IconButton
        icon={copied ? "check" : "copy"}
        label={copied ? w.copied : `${w.copy}: ${role}`}
        data-testid="copy-link"
        data-url={url}
        onClick={() => void copy()}
      />
      {byHand && (
        <Dialog title={w.copy} onClose={() => setByHand(false)}>
          <p class="quiet">{w.copyByHand}</p>
          <textarea
            class="input"
            readOnly
            rows={3}
            value={url}
            aria-label={w.copy}
            ref={(field) => field?.select()}
          />
        </Dialog>
      )}
    </>
  );
}
