import type { ComponentChildren } from "preact";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import type { View } from "../room/view.ts";
import { BesidePane } from "./beside_pane.tsx";
import type { Panes, Split } from "./use_panes.ts";

interface TwoPanesProps {
  visit: Visit;
  view: View;
  panes: Panes;
  /** One's own page. */
  children: ComponentChildren;
}

/** The presenter's page at the left, one's own at the right; each says which it is. */
export function TwoPanes({ visit, view, panes, children }: TwoPanesProps) {
  const w = words.value.together;
  const { isOn, split } = panes;
  // One's own stage keeps its place among its kin: it is not built anew when it gets company.
  return (
    <div
      class={isOn ? `panes two ${split}` : "panes"}
      data-testid={isOn ? "two-panes" : undefined}
      data-split={isOn ? split : undefined}
    >
      {isOn && (
        <div class="pane" key="theirs">
          <header class="pane-head">
            <span class="lead-dot" />
            <strong class="grow oneline">{w.paneTheirs(view.led ?? 0)}</strong>
            <Widen panes={panes} which="theirs" />
          </header>
          <div class="pane-stage">
            <BesidePane visit={visit} />
          </div>
        </div>
      )}
      <div class="pane" key="mine">
        {isOn && (
          <header class="pane-head" key="head">
            <strong class="grow oneline">{w.paneMine(view.at)}</strong>
            <Widen panes={panes} which="mine" />
            <button
              type="button"
              class="button"
              title={w.mergeHint}
              data-testid="merge"
              onClick={() => panes.merge()}
            >
              <Icon name="sheet" /> {w.merge}
            </button>
          </header>
        )}
        <div class="pane-stage" key="stage">
          {children}
        </div>
      </div>
    </div>
  );
}

function Widen({ panes, which }: { panes: Panes; which: Exclude<Split, "even"> }) {
  const w = words.value.together;
  const isWide = panes.split === which;
  return (
    <button
      type="button"
      class="button plain"
      aria-pressed={isWide}
      data-testid={`widen-${which}`}
      onClick={() => panes.share(isWide ? "even" : which)}
    >
      {isWide ? w.even : w.widen}
    </button>
  );
}

/** Opens the second page; only there when there is one to stand beside. */
export function PanesButton({ visit, panes }: { visit: Visit; panes: Panes }) {
  const w = words.value.together;
  const { room } = visit;
  if (panes.isOn || room.held.value || room.leading.value) return null;
  if (room.beside.page.value === null) return null;
  return (
    <IconButton
      icon="panes"
      label={`${w.panes}: ${w.panesHint}`}
      data-testid="panes"
      onClick={() => panes.open()}
    />
  );
}
