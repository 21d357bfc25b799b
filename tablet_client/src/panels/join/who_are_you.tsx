import { useState } from "preact/hooks";
import { dateAndTime } from "../../words/figures.ts";
import { language, words } from "../../words/words.ts";
import type { KeptSeat, LinkLook, WhoIAm } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import { SightButton } from "../parts/sight_button.tsx";
import { useTitle } from "../parts/use_title.ts";
import { NameForm } from "./name_form.tsx";
import { PeopleList } from "./people_list.tsx";

interface WhoAreYouProps {
  look: LinkLook;
  kept: readonly KeptSeat[];
  onKept: (kept: KeptSeat) => void;
  onChoose: (who: WhoIAm) => void;
}

/** The one question between the link and the meeting. */
export function WhoAreYou({ look, kept, onKept, onChoose }: WhoAreYouProps) {
  const w = words.value;
  const listed = look.people.length > 0;
  const [typing, setTyping] = useState(!listed);
  const [others, setOthers] = useState(kept.length === 0);
  const { meeting } = look;
  useTitle(meeting?.title ?? w.join.who);
  return (
    <main class="join" data-testid="join">
      <header class="join-head">
        <div class="row">
          <p class="grow quiet">{w.join.as(w.roles[look.role])}</p>
          <SightButton />
        </div>
        <h1>{meeting?.title ?? w.product}</h1>
        {meeting !== null && (
          <p class="quiet">
            {[dateAndTime(meeting.starts_at, language.value), meeting.place]
              .filter(Boolean)
              .join(" · ")}
          </p>
        )}
      </header>
      {kept.map((each) => (
        <button
          key={each.seat.seat_id}
          type="button"
          class="keep-on"
          data-testid="join-keep-on"
          onClick={() => onKept(each)}
        >
          <span class="grow">
            <strong>{w.join.keepOn(each.seat.name)}</strong>
            <span class="small">{w.join.keepOnHint}</span>
          </span>
          <Icon name="next" />
        </button>
      ))}
      {!others && (
        <button type="button" class="button text start" onClick={() => setOthers(true)}>
          {w.join.someoneElse}
        </button>
      )}
      {others && typing && (
        <NameForm
          onName={(name) => onChoose({ name })}
          onList={listed ? () => setTyping(false) : null}
        />
      )}
      {others && !typing && (
        <PeopleList
          people={look.people}
          onPerson={(person_id) => onChoose({ person_id })}
          onNotListed={() => setTyping(true)}
        />
      )}
    </main>
  );
}
