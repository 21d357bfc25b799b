import { useEffect, useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { JoinLink } from "../doors.ts";
import type { DeskAt } from "./desk_screen.tsx";

/** A link's QR code, on white whatever the theme: cameras want it so. */
export function QrImage({ at, link }: { at: DeskAt; link: JoinLink }) {
  const [address, setAddress] = useState<string | null>(null);
  const { door, meetingId } = at;
  useEffect(() => {
    let found: string | null = null;
    let wanted = true;
    door
      .qr(meetingId, link.link_id)
      .then((url) => {
        found = url;
        if (wanted) setAddress(url);
        else URL.revokeObjectURL(url);
      })
      // Without its picture the link can still be copied; the empty frame says it is missing.
      .catch(() => setAddress(null));
    return () => {
      wanted = false;
      if (found !== null) URL.revokeObjectURL(found);
    };
  }, [door, meetingId, link.link_id]);
  const label = words.value.links.qrLabel(words.value.roles[link.role]);
  return <span class="qr-image">{address !== null && <img src={address} alt={label} />}</span>;
}
