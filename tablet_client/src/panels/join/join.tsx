import { useEffect, useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import {
  type KeptSeat,
  type LinkLook,
  type Problem,
  problemIn,
  useDoors,
  type WhoIAm,
} from "../doors.ts";
import { pathOfSeat } from "../home/path_of_seat.ts";
import { MessageScreen } from "../parts/message_screen.tsx";
import { go } from "../route.ts";
import { JoinRefused } from "./join_refused.tsx";
import { WhoAreYou } from "./who_are_you.tsx";

type Step =
  | { name: "looking" }
  | { name: "asking"; look: LinkLook }
  | { name: "entering" }
  | { name: "refused"; problem: Problem | null };

/** From a link to a seat: who are you, or straight in when the link knows. */
export function Join({ link, meetingId }: { link: string; meetingId: string | null }) {
  const doors = useDoors();
  const [step, setStep] = useState<Step>({ name: "looking" });
  const [attempt, setAttempt] = useState(0);

  const goTo = (kept: KeptSeat, look: LinkLook) =>
    go(pathOfSeat(kept, look.meeting?.meeting_id ?? meetingId), "replace");

  const enter = async (who: WhoIAm, look: LinkLook) => {
    setStep({ name: "entering" });
    try {
      goTo(await doors.join(link, who, look.meeting?.title ?? ""), look);
    } catch (thrown) {
      setStep({ name: "refused", problem: problemIn(thrown) });
    }
  };

  useEffect(() => {
    if (link === "") return;
    let wanted = true;
    const look = async () => {
      setStep({ name: "looking" });
      try {
        const look = await doors.lookAtLink(link);
        if (!wanted) return;
        // A wall or a lectern comes back as who it was, without a question.
        const [kept] = doors.seats.ofLink(link);
        if (look.asks) setStep({ name: "asking", look });
        else if (kept !== undefined) goTo(kept, look);
        else await enter({}, look);
      } catch (thrown) {
        if (wanted) setStep({ name: "refused", problem: problemIn(thrown) });
      }
    };
    void look();
    return () => {
      wanted = false;
    };
  }, [link, doors, attempt]);

  const w = words.value.join;
  if (link === "") {
    return <MessageScreen icon="qr" title={w.noLink} hint={w.noLinkHint} testid="join-no-link" />;
  }
  switch (step.name) {
    case "looking":
      return <MessageScreen icon="link" title={w.looking} hint={words.value.productLine} busy />;
    case "entering":
      return <MessageScreen icon="sheet" title={w.entering} hint={words.value.productLine} busy />;
    case "refused":
      return <JoinRefused problem={step.problem} onAgain={() => setAttempt(attempt + 1)} />;
    case "asking":
      return (
        <WhoAreYou
          look={step.look}
          kept={doors.seats.ofLink(link)}
          onKept={(kept) => goTo(kept, step.look)}
          onChoose={(who) => void enter(who, step.look)}
        />
      );
  }
}
