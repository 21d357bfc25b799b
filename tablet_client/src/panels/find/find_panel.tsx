import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import type { View } from "../room/view.ts";
import { FoundList } from "./found_list.tsx";
import { FoundNotes, UnletteredNote } from "./found_notes.tsx";
import { useFoundAloud } from "./use_found_aloud.ts";

interface FindPanelProps {
  visit: Visit;
  view: View;
  /** Over the page, where there is no place beside it: the list then folds away for the page. */
  over: boolean;
  summons: number;
  onClose: () => void;
}

/** Looks for words in all papers while they are typed, and walks from hit to hit. */
export function FindPanel({ visit, view, over, summons, onClose }: FindPanelProps) {
  const w = words.value.find;
  const { search, hits } = visit.reader;
  const field = useRef<HTMLInputElement>(null);
  const [folded, setFolded] = useState(false);
  const query = search.query.value;
  const answered = search.answered.value;
  const hasHits = hits.pages.value.length > 0;
  useFoundAloud(search);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [summons]);

  const step = (by: 1 | -1) => {
    if (view.held) return;
    hits.step(by);
    setFolded(over);
  };
  const look = (text: string, typing: boolean) => {
    setFolded(false);
    search.look(text, typing);
  };
  return (
    <search
      class={over ? "find over" : "find"}
      aria-label={w.title}
      data-testid="find"
      onKeyDown={(event) => {
        // Escape and Enter first belong to the input method.
        if (event.isComposing) return;
        if (event.key === "Escape") onClose();
        else if (event.key === "ArrowDown" || event.key === "ArrowUp") walkList(event);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div class="find-bar">
        <label class="search grow">
          <span class="unseen">{w.field}</span>
          <Icon name="search" />
          <input
            ref={field}
            class="input"
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="off"
            spellcheck={false}
            maxLength={100}
            placeholder={w.field}
            value={query.text}
            data-testid="find-field"
            onInput={(event) => look(event.currentTarget.value, event.isComposing === true)}
            onCompositionEnd={(event) => look(event.currentTarget.value, false)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.isComposing) return;
              event.preventDefault();
              step(event.shiftKey ? -1 : 1);
            }}
          />
        </label>
        <IconButton icon="close" label={w.close} data-testid="find-close" onClick={onClose} />
      </div>
      {query.text.trim() !== "" && (
        <div class="find-line">
          <span class="find-count grow" data-testid="find-count" data-query={answered?.query.text}>
            {answered !== null && answered.found.hits > 0 && said(answered.found)}
          </span>
          {search.busy.value && <span class="spinner find-busy" />}
          <IconButton
            icon="up"
            label={w.previousHit}
            data-testid="find-previous"
            disabled={!hasHits || view.held}
            onClick={() => step(-1)}
          />
          <IconButton
            icon="down"
            label={w.nextHit}
            data-testid="find-next"
            disabled={!hasHits || view.held}
            onClick={() => step(1)}
          />
          {over && (
            <IconButton
              icon="agenda"
              label={folded ? w.showList : w.hideList}
              aria-expanded={!folded}
              data-testid="find-fold"
              onClick={() => setFolded(!folded)}
            />
          )}
        </div>
      )}
      {!folded && (
        <div class="find-body">
          <FoundNotes search={search} />
          <FoundList visit={visit} view={view} onGo={() => setFolded(over)} />
          <UnletteredNote search={search} />
        </div>
      )}
    </search>
  );
}

function said(found: { hits: number; pages: readonly unknown[]; more: boolean }): string {
  const w = words.value.find;
  return found.more ? w.toldMore(found.hits) : w.told(found.hits, found.pages.length);
}

/** Up and down go through the field and the list, as in any list of suggestions. */
function walkList(event: KeyboardEvent): void {
  const panel = event.currentTarget instanceof Element ? event.currentTarget : null;
  const stops = [...(panel?.querySelectorAll<HTMLElement>("input, .found") ?? [])];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  next?.focus();
}
