import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import type { IconName } from "../parts/icon_paths.ts";
import type { SheetMessage } from "../sheet_door.ts";
import { drawnOf } from "./drawn.ts";
import { pageTrouble } from "./page_trouble.ts";
import type { View } from "./view.ts";

/** Why there is no page to see, over the place where it will be. */
export function SheetNotice({ view, message }: { view: View; message: SheetMessage | null }) {
  const w = words.value.room;
  const { mine, veil } = view;
  if (veil?.veiled) {
    const { why } = veil.veiled;
    const { veiled, veiledHints } = words.value.steer;
    return <Notice icon="lock" title={veiled[why]} hint={veiledHints[why]} />;
  }
  if (mine === null) return <Notice title={w.noPages} hint={w.noPagesHint} />;
  if (message === null) return null;
  if (message.kind === "failed") {
    return <Notice title={w.failed} hint={pageTrouble(message.code, words.value)} grave />;
  }
  if (message.kind === "drawing" && mine.ready) return <Notice soon busy title={w.waitingPage} />;
  if (message.kind === "waiting") return <Notice title={w.fetchAgain} busy />;
  const all = mine.document.sizes.length;
  const done = drawnOf(view.state, mine.document);
  return <Notice title={w.drawing} hint={w.drawingOf(done, all)} busy />;
}

interface NoticeProps {
  title: string;
  hint?: string;
  busy?: boolean;
  grave?: boolean;
  soon?: boolean;
  icon?: IconName;
}

function Notice({ title, hint, busy = false, grave = false, soon = false, icon }: NoticeProps) {
  const look = ["notice", grave && "grave", soon && "soon"].filter(Boolean).join(" ");
  return (
    <div class={look} data-testid="sheet-notice" aria-busy={busy}>
      <div class="notice-card">
        {busy ? <span class="spinner" /> : <Icon name={icon ?? (grave ? "warning" : "sheet")} />}
        <p>{title}</p>
        {hint !== undefined && <p class="quiet small">{hint}</p>}
      </div>
    </div>
  );
}
