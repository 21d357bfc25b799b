import { signal } from "@preact/signals";

const said = signal("");

/** Says something to whoever listens instead of looking, when they have a moment. */
export function announce(text: string): void {
  said.value = text;
}

/** The one place that is read aloud; it stands once in the page and never leaves it. */
export function Announcer() {
  return (
    <div class="unseen" role="status" aria-live="polite" data-testid="announcer">
      {said.value}
    </div>
  );
}
