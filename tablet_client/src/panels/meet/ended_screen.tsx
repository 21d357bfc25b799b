import { CLOSE } from "../../protocol/messages.ts";
import type { Words } from "../../words/ko.ts";
import { words } from "../../words/words.ts";
import { useDoors } from "../doors.ts";
import type { IconName } from "../parts/icon_paths.ts";
import { MessageScreen } from "../parts/message_screen.tsx";
import { go } from "../route.ts";

/** The service said to stay away: why, and what to do now. */
export function EndedScreen({ code, seatId }: { code: number; seatId: string }) {
  const w = words.value;
  const doors = useDoors();
  const told = wordsFor(code, w.ended);
  return (
    <MessageScreen icon={told.icon} title={told.title} hint={told.hint} testid="ended">
      {told.reload ? (
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {w.ended.reload}
        </button>
      ) : (
        <button
          type="button"
          class="button primary"
          onClick={() => {
            doors.seats.forget(seatId);
            go("/");
          }}
        >
          {w.home.toStart}
        </button>
      )}
    </MessageScreen>
  );
}

interface Told {
  icon: IconName;
  title: string;
  hint: string;
  reload: boolean;
}

function wordsFor(code: number, w: Words["ended"]): Told {
  switch (code) {
    case CLOSE.UNAUTHORISED:
      return { icon: "lock", title: w.unauthorised, hint: w.unauthorisedHint, reload: false };
    case CLOSE.EXPIRED:
      return { icon: "clock", title: w.expired, hint: w.expiredHint, reload: false };
    case CLOSE.REVOKED:
      return { icon: "link", title: w.revoked, hint: w.revokedHint, reload: false };
    case CLOSE.ELSEWHERE:
      return { icon: "leave", title: w.elsewhere, hint: w.elsewhereHint, reload: false };
    case CLOSE.OUTDATED:
      return { icon: "sheet", title: w.outdated, hint: w.outdatedHint, reload: true };
    case CLOSE.FOREIGN:
      return { icon: "link", title: w.foreign, hint: w.foreignHint, reload: false };
    default:
      return { icon: "warning", title: w.bad, hint: w.badHint, reload: true };
  }
}
