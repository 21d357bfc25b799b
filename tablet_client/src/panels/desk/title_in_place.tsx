import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";

interface TitleInPlaceProps {
  title: string;
  onTitle: (title: string) => void;
}

/** The meeting's title; pressed, it becomes a field where it stands. */
export function TitleInPlace({ title, onTitle }: TitleInPlaceProps) {
  const w = words.value;
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null) {
    return (
      <h1 class="title-in-place">
        <button
          type="button"
          title={w.common.edit}
          data-testid="desk-title"
          onClick={() => setTyped(title)}
        >
          {title}
        </button>
      </h1>
    );
  }
  const done = () => {
    const next = typed.trim();
    if (next !== "" && next !== title) onTitle(next);
    setTyped(null);
  };
  return (
    <h1 class="title-in-place">
      <input
        class="input"
        aria-label={w.meetings.name}
        maxLength={200}
        value={typed}
        ref={(field) => field?.focus()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={done}
        onKeyDown={(event) => {
          // Enter also ends a Hangul syllable being composed; only the next one means "done".
          if (event.key === "Enter" && !event.isComposing) done();
          if (event.key === "Escape") setTyped(null);
        }}
      />
    </h1>
  );
}
