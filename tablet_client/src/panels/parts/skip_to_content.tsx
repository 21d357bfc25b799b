import { words } from "../../words/words.ts";

/** The first stop of the keyboard: past the bars, to the page or whatever the screen is about. */
export function SkipToContent() {
  const w = words.value.sight;
  return (
    <nav class="skip" aria-label={w.skipTo}>
      <button type="button" class="button primary" data-testid="skip" onClick={toContent}>
        {w.skip}
      </button>
    </nav>
  );
}

/** A fragment in the address would do it too, but there the seat stands. */
function toContent(): void {
  const main = document.querySelector("main");
  if (main === null) return;
  main.tabIndex = -1;
  main.focus();
}
