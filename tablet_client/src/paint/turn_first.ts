/** Away from view no frames come; then the panels wait no longer than this. */
const LONGEST_MS = 100;

type Act = () => void;

/**
 * Has the page of a turn on the glass before the panels around it are made anew.
 *
 * Both in one frame take 5 ms on a fast machine and more than a frame on an old tablet, and
 * the page is what the hall looks at. The panels follow with the frame after.
 */
export class TurnFirst {
  readonly #afterFrame: (act: Act) => void;
  #isTurning = false;
  #waiting: Act[] = [];

  /** `afterFrame` runs an act once what is painted by now has been handed to the screen. */
  constructor(afterFrame: (act: Act) => void) {
    this.#afterFrame = afterFrame;
  }

  /** A turn was painted in this very task. */
  turned(): void {
    if (this.#isTurning) return;
    this.#isTurning = true;
    this.#afterFrame(() => {
      this.#isTurning = false;
      for (const render of this.#waiting.splice(0)) render();
    });
  }

  /** Makes panels anew when this task has ended, or with the frame after a turn's. */
  render(render: Act): void {
    queueMicrotask(() => {
      if (this.#isTurning) this.#waiting.push(render);
      else render();
    });
  }
}

/** That of this window: its screens and all its sheets. */
export const turnFirst = new TurnFirst((act) => {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    act();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, LONGEST_MS);
});
