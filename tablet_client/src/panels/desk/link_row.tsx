import { useState } from "preact/hooks";
import { momentShort } from "../../words/figures.ts";
import { language, words } from "../../words/words.ts";
import type { JoinLink } from "../doors.ts";
import { Confirm } from "../parts/confirm.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import { useNow } from "../parts/use_now.ts";
import { CopyLink } from "./copy_link.tsx";
import type { DeskAt } from "./desk_screen.tsx";
import { linkWho } from "./link_who.ts";
import { QrDialog } from "./qr_dialog.tsx";
import { QrImage } from "./qr_image.tsx";
import { useTask } from "./use_task.ts";

interface LinkRowProps {
  at: DeskAt;
  link: JoinLink;
  onChanged: () => void;
}

/** A link may run out while the desk lies open; looking once a minute shows it. */
const LOOK_MS = 60_000;

/** One way in: its QR code, who it is for, from when until when, and what can be done with it. */
export function LinkRow({ at, link, onChanged }: LinkRowProps) {
  const w = words.value;
  const now = useNow(at.visit.room, LOOK_MS);
  const [open, setOpen] = useState<"qr" | "revoke" | null>(null);
  const { run, wrong } = useTask();
  const role = w.roles[link.role];
  const expired = link.expires_at <= now;
  const revoke = async () => {
    if (await run(() => at.door.revokeLink(at.meetingId, link.link_id))) onChanged();
  };
  return (
    <li class="link-row" data-testid={`link-${link.role}`}>
      <button
        type="button"
        class="qr-small"
        aria-label={`${w.links.qr}: ${role}`}
        onClick={() => setOpen("qr")}
      >
        <QrImage at={at} link={link} />
      </button>
      <div class="grow">
        <strong class="link-who">{linkWho(link)}</strong>
        <p class={expired ? "link-times wrong" : "link-times quiet"}>
          <span>{w.links.made(momentShort(link.created_at, now, language.value))}</span>{" "}
          <span>
            {expired
              ? w.links.expired
              : w.links.until(momentShort(link.expires_at, now, language.value))}
          </span>
        </p>
        {wrong !== null && (
          <p class="wrong" role="alert">
            {wrong}
          </p>
        )}
      </div>
      <CopyLink url={link.url} role={role} />
      <IconButton
        icon="trash"
        label={`${w.links.revoke}: ${role}`}
        data-testid="revoke-link"
        onClick={() => setOpen("revoke")}
      />
      {open === "qr" && <QrDialog at={at} link={link} onClose={() => setOpen(null)} />}
      {open === "revoke" && (
        <Confirm
          title={w.links.revoke}
          ask={w.links.revokeAsk(role)}
          yes={w.links.revoke}
          dangerous
          onClose={() => setOpen(null)}
          onYes={() => void revoke()}
        />
      )}
    </li>
  );
}
