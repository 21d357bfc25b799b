import { sentence, words } from "../../words/words.ts";
import type { Problem } from "../doors.ts";
import type { IconName } from "../parts/icon_paths.ts";
import { MessageScreen } from "../parts/message_screen.tsx";

interface JoinRefusedProps {
  problem: Problem | null;
  onAgain: () => void;
}

/** A link that lets nobody in: why, and what to do; null means the service was not reached. */
export function JoinRefused({ problem, onAgain }: JoinRefusedProps) {
  const w = words.value.join;
  const told = tell(problem);
  const again = problem === null || problem.again;
  return (
    <MessageScreen
      icon={told.icon}
      title={told.title}
      hint={told.hint}
      testid={`join-refused-${problem?.code ?? "unreachable"}`}
    >
      {again && (
        <button type="button" class="button primary" onClick={onAgain}>
          {words.value.common.again}
        </button>
      )}
    </MessageScreen>
  );

  function tell(refused: Problem | null): { icon: IconName; title: string; hint: string } {
    if (refused === null) return { icon: "offline", title: w.unreachable, hint: w.unreachableHint };
    switch (refused.code) {
      case "no_connection":
        return { icon: "offline", title: w.unreachable, hint: w.unreachableHint };
      case "link_expired":
        return { icon: "clock", title: w.expired, hint: w.expiredHint };
      case "link_revoked":
        return { icon: "link", title: w.revoked, hint: w.revokedHint };
      case "link_forged":
        return { icon: "warning", title: w.forged, hint: w.forgedHint };
      default:
        return { icon: "warning", title: w.refused, hint: sentence(refused) };
    }
  }
}
