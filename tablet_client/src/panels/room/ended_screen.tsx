import { useEffect, useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import { useDoors, type Visit } from "../doors.ts";
import { announce } from "../parts/announcer.tsx";
import { MessageScreen } from "../parts/message_screen.tsx";
import { go } from "../route.ts";
import { endedWords } from "./ended_words.ts";

/** The service said to stay away: why, what to do now, and what of one's notes was not sent. */
export function EndedScreen({ code, visit }: { code: number; visit: Visit }) {
  const w = words.value;
  const doors = useDoors();
  const [left, setLeft] = useState(0);
  const told = endedWords(code, w.ended);
  const isOver = !told.reload;
  useEffect(() => {
    if (isOver) void visit.former.leave().then(setLeft);
  }, [visit, isOver]);
  // A refusal that was being read would cover what counts now.
  useEffect(() => visit.room.dismiss(), [visit]);
  const said = left === 0 ? "" : w.former.stay(left);
  useEffect(() => {
    if (said !== "") announce(said);
  }, [said]);
  return (
    <MessageScreen icon={told.icon} title={told.title} hint={told.hint} testid="ended">
      {said !== "" && (
        <p class="ended-left" data-testid="ended-left" data-count={left}>
          {said}
        </p>
      )}
      {told.reload ? (
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {w.ended.reload}
        </button>
      ) : (
        <button
          type="button"
          class="button primary"
          onClick={() => {
            doors.seats.forget(visit.kept.seat.seat_id);
            go("/");
          }}
        >
          {w.home.toStart}
        </button>
      )}
    </MessageScreen>
  );
}
