import type { Search } from "../../reading/search.ts";
import { sentence, words } from "../../words/words.ts";
import { problemIn } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";

/** What there is to know about an answer besides its hits: none, not all, why not. */
export function FoundNotes({ search }: { search: Search }) {
  const w = words.value.find;
  const [query, answered] = [search.query.value.text.trim(), search.answered.value];
  const trouble = search.trouble.value;
  if (query === "") {
    return (
      <div class="find-empty">
        <p>{w.start}</p>
        <p class="quiet small">{w.startHint}</p>
      </div>
    );
  }
  if (trouble !== null) {
    const problem = problemIn(trouble.thrown);
    return (
      <div class="find-empty" role="alert" data-testid="find-trouble">
        <Icon name="warning" />
        <p>{problem === null ? w.trouble : sentence(problem)}</p>
        <button
          type="button"
          class="button"
          data-testid="find-again"
          onClick={() => search.again()}
        >
          {words.value.common.again}
        </button>
      </div>
    );
  }
  if (answered === null) return null;
  const { found } = answered;
  const unread = found.of - found.read;
  const isNothing = found.hits === 0 && !search.busy.value;
  return (
    <>
      {isNothing && (
        <div class="find-empty" data-testid="find-nothing">
          <p>{w.nothing(answered.query.text.trim())}</p>
          <p class="quiet small">{w.nothingHint}</p>
        </div>
      )}
      {unread > 0 && (
        <p class="find-note" data-testid="find-reading">
          <span class="spinner" /> {w.reading(unread)}
        </p>
      )}
    </>
  );
}

/** How many pages cannot be searched, after all that could. */
export function UnletteredNote({ search }: { search: Search }) {
  const w = words.value.find;
  const unlettered = search.answered.value?.found.unlettered ?? 0;
  if (unlettered === 0) return null;
  return (
    <p class="find-note quiet" data-testid="find-unlettered">
      {w.unlettered(unlettered)} · {w.unletteredHint}
    </p>
  );
}
