import { useEffect } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import { sentence, words } from "../../words/words.ts";
import { Icon } from "./icon.tsx";
import { IconButton } from "./icon_button.tsx";

/** Long enough to read two Korean sentences twice (WCAG 2.2.1: it can also be kept by focus). */
const SHOWN_MS = 10_000;

/** The service's newest no, in one sentence, until read. */
export function RefusalToast({ room }: { room: Room }) {
  const refused = room.refusal.value;
  useEffect(() => {
    if (refused === null) return;
    const timer = setTimeout(() => room.dismiss(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [refused, room]);
  return (
    <div role="alert">
      {refused !== null && (
        <div class="toast" data-testid="refusal" data-code={refused.code}>
          <Icon name="warning" />
          <p class="grow">{sentence(refused)}</p>
          <IconButton
            icon="close"
            label={words.value.common.close}
            onClick={() => room.dismiss()}
          />
        </div>
      )}
    </div>
  );
}
