import { words } from "../../words/words.ts";
import { MessageScreen } from "../parts/message_screen.tsx";

/** An address that is none of ours. */
export function Lost() {
  const w = words.value.home;
  return (
    <MessageScreen icon="search" title={w.lost} hint={w.lostHint}>
      <a class="button primary" href="/">
        {w.toStart}
      </a>
    </MessageScreen>
  );
}
