import { words } from "../../words/words.ts";
import { Dialog } from "../parts/dialog.tsx";

/** Asks before a web address is opened, and shows all of it as the browser reads it. */
export function OutDialog({ url, onClose }: { url: string; onClose: () => void }) {
  const w = words.value.reading;
  return (
    <Dialog title={w.outTitle} onClose={onClose} testid="out-dialog">
      <p class="out-address" data-testid="out-address">
        {asRead(url)}
      </p>
      <p class="quiet small">{w.outHint}</p>
      <div class="row end wrap">
        <button type="button" class="button" onClick={onClose}>
          {words.value.common.cancel}
        </button>
        <a
          class="button primary"
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          data-testid="out-open"
          onClick={onClose}
        >
          {w.outOpen}
        </a>
      </div>
    </Dialog>
  );
}

/** Letters of other alphabets that look like ours are spelled out (Punycode, RFC 3492). */
function asRead(url: string): string {
  try {
    return new URL(url).href;
  } catch {
    return url;
  }
}
