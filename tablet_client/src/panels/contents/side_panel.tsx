import { useId, useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Agenda } from "../room/agenda.tsx";
import type { View } from "../room/view.ts";
import { contentsLater } from "./contents_later.ts";

interface SidePanelProps {
  visit: Visit;
  view: View;
  onGo?: () => void;
}

type Tab = "agenda" | "contents";

/** What the packet is made of, two ways: by the agenda, and by the papers' own contents. */
export function SidePanel({ visit, view, onGo }: SidePanelProps) {
  const w = words.value;
  const [tab, setTab] = useState<Tab>("agenda");
  const id = useId();
  const names: Record<Tab, string> = { agenda: w.room.agenda, contents: w.contents.title };
  const tabs: readonly Tab[] = ["agenda", "contents"];
  const choose = (next: Tab) => {
    setTab(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <div class="side-panel">
      <div class="tabs" role="tablist" aria-label={w.contents.tabs}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`${id}-${each}`}
            class="tab"
            aria-selected={tab === each}
            aria-controls={`${id}-panel`}
            tabIndex={tab === each ? 0 : -1}
            data-testid={`tab-${each}`}
            onClick={() => setTab(each)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
              event.preventDefault();
              choose(each === "agenda" ? "contents" : "agenda");
            }}
          >
            {names[each]}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`}>
        {tab === "agenda" ? (
          <Agenda room={visit.room} view={view} {...(onGo && { onGo })} />
        ) : (
          <contentsLater.Part visit={visit} view={view} {...(onGo && { onGo })} />
        )}
      </div>
    </div>
  );
}
