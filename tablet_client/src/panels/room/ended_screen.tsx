import { words } from "../../words/words.ts";
import { useDoors } from "../doors.ts";
import { MessageScreen } from "../parts/message_screen.tsx";
import { go } from "../route.ts";
import { endedWords } from "./ended_words.ts";

/** The service said to stay away: why, and what to do now. */
export function EndedScreen({ code, seatId }: { code: number; seatId: string }) {
  const w = words.value;
  const doors = useDoors();
  const told = endedWords(code, w.ended);
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
