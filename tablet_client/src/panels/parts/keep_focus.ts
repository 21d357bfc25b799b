const STOPS =
  "button:not([disabled]), a[href], input:not([disabled]), select, textarea, summary, [tabindex]";

/** Where the focus was within something that may outlive it. */
interface Place {
  around: Element;
  index: number;
}

/**
 * Keeps the keyboard's focus on the screen: when what has it goes away or is switched off, its
 * neighbour gets it, and where everything around went away too, what the screen is about.
 *
 * Browsers let it fall to the page's beginning instead. Called once.
 */
export function keepFocus(): void {
  let held: HTMLElement | null = null;
  let places: Place[] = [];
  addEventListener("focusin", ({ target }) => {
    // Only a focus that is seen is missed: who points with a finger never had one.
    const seen = target instanceof HTMLElement && target.matches(":focus-visible");
    held = seen ? target : null;
    places = held === null ? [] : placesOf(held);
  });
  const look = () => {
    if (held === null || isThere(held)) return;
    const at = document.activeElement;
    if (at !== null && at !== document.body && at !== held) return;
    held = null;
    giveOn(places);
  };
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["disabled", "hidden"],
  });
}

function isThere(element: HTMLElement): boolean {
  return (
    element.isConnected && !element.matches("[disabled]") && element.closest("[hidden]") === null
  );
}

function placesOf(element: HTMLElement): Place[] {
  const places: Place[] = [];
  for (let up = element.parentElement; up !== null; up = up.parentElement) {
    if (up === document.body || up.id === "app") break;
    places.push({ around: up, index: stopsIn(up).indexOf(element) });
  }
  return places;
}

function giveOn(places: readonly Place[]): void {
  for (const { around, index } of places) {
    const stops = around.isConnected ? stopsIn(around) : [];
    const next = stops[Math.min(index, stops.length - 1)];
    if (next === undefined) continue;
    next.focus();
    return;
  }
  const main = document.querySelector("main");
  if (main === null) return;
  main.tabIndex = -1;
  main.focus();
}

/** What Tab stops at in there, in order. */
function stopsIn(around: Element): HTMLElement[] {
  return [...around.querySelectorAll<HTMLElement>(STOPS)].filter(
    (each) => each.tabIndex >= 0 && each.getClientRects().length > 0,
  );
}
