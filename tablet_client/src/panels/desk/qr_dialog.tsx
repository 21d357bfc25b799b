import { dateAndTime } from "../../words/figures.ts";
import { language, words } from "../../words/words.ts";
import type { JoinLink } from "../doors.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import type { DeskAt } from "./desk_screen.tsx";
import { QrImage } from "./qr_image.tsx";

interface QrDialogProps {
  at: DeskAt;
  link: JoinLink;
  onClose: () => void;
}

/** One link's QR code, large enough for a wall or a printed sheet at the door. */
export function QrDialog({ at, link, onClose }: QrDialogProps) {
  const w = words.value;
  const state = at.visit.room.state.value;
  return (
    <Dialog title={w.links.qr} kind="wide" onClose={onClose} testid="qr-dialog">
      <div class="qr-sheet">
        <h3>{state?.title}</h3>
        <p>
          {w.roles[link.role]} · {w.links.until(dateAndTime(link.expires_at, language.value))}
        </p>
        <QrImage at={at} link={link} />
        <p class="qr-hint">{w.links.qrHint}</p>
      </div>
      <div class="row end">
        <button type="button" class="button" onClick={() => print()}>
          <Icon name="print" /> {w.links.print}
        </button>
      </div>
    </Dialog>
  );
}
