import { useEffect, useId, useMemo, useState } from "preact/hooks";
import { MOST_LETTERS, SpeechKeeper, speechIn } from "../../ink/speech.ts";
import type { PageRef } from "../../protocol/messages.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import { useDoors, type Visit } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import type { View } from "../room/view.ts";

/** What the presenter means to say on this page: typed here, kept by itself, seen by nobody else. */
export function SpeechCard({ visit, view }: { visit: Visit; view: View }) {
  const w = words.value.together;
  const { newId } = useDoors();
  const title = useId();
  const keeper = useMemo(
    () => new SpeechKeeper({ room: visit.room, makeId: newId, later }),
    [visit, newId],
  );
  useEffect(() => {
    // The tablet is put aside, or the page closed: there may be no later.
    const save = () => keeper.save();
    document.addEventListener("visibilitychange", save);
    addEventListener("pagehide", save);
    return () => {
      document.removeEventListener("visibilitychange", save);
      removeEventListener("pagehide", save);
      save();
    };
  }, [keeper]);
  const { mine } = view;
  if (mine === null) return null;
  return (
    <section class="lead-card speech-card" data-testid="speech-card" aria-labelledby={title}>
      <h2 id={title}>
        {w.speech}{" "}
        <span class="speech-mine">
          <Icon name="lock" />
          {w.speechMine}
        </span>
      </h2>
      <SpeechField visit={visit} keeper={keeper} page={mine.page} label={title} />
    </section>
  );
}

interface SpeechFieldProps {
  visit: Visit;
  keeper: SpeechKeeper;
  page: PageRef;
  label: string;
}

/** One field for all pages: the focus that leaves it for a page does not come back with the next. */
function SpeechField({ visit, keeper, page, label }: SpeechFieldProps) {
  const { room } = visit;
  const key = pageKey(page);
  const [typed, setTyped] = useState<{ key: string; text: string } | null>(null);
  const kept = speechIn(room.ink.value)?.stroke.text ?? "";
  useEffect(() => () => keeper.save(), [keeper, key]);
  return (
    <textarea
      class="speech"
      data-testid="speech"
      aria-labelledby={label}
      placeholder={words.value.together.speechPlaceholder}
      maxLength={MOST_LETTERS}
      // Until the page's own notes have come, what is typed might be typed twice.
      readOnly={!room.inkComplete.value}
      value={typed?.key === key ? typed.text : kept}
      onInput={(event) => {
        const text = event.currentTarget.value;
        setTyped({ key, text });
        keeper.type(page, text);
      }}
      onBlur={() => {
        keeper.save();
        setTyped(null);
      }}
      onKeyDown={(event) => {
        // A clicker speaks to whatever has the focus: it still means the pages.
        const by = event.key === "PageDown" ? 1 : event.key === "PageUp" ? -1 : 0;
        if (by === 0 && event.key !== "Escape") return;
        event.preventDefault();
        event.currentTarget.blur();
        if (by !== 0) room.step(by);
      }}
    />
  );
}

const later = (milliseconds: number, act: () => void) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};
