import { useId, useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { notesLater } from "../notes/notes_later.ts";
import { Agenda } from "../room/agenda.tsx";
import type { View } from "../room/view.ts";
import { contentsLater } from "./contents_later.ts";

interface SidePanelProps {
  visit: Visit;
  view: View;
  onGo?: () => void;
}

type Tab = "agenda" | "contents" | "notes";

const TABS: readonly Tab[] = ["agenda", "contents", "notes"];

/** The ways through the packet: the agenda, the papers' own contents, and one's own notes. */
export function SidePanel({ visit, view, onGo }: SidePanelProps) {
  const w = words.value;
  const [tab, setTab] = useState<Tab>("agenda");
  const id = useId();
  const names: Record<Tab, string> = {
    agenda: w.room.agenda,
    contents: w.contents.title,
    notes: w.notes.title,
  };
  const choose = (next: Tab) => {
    setTab(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <div class="side-panel">
      <div class="tabs" role="tablist" aria-label={w.contents.tabs}>
        {TABS.map((each, index) => (
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
              const by = event.key === "ArrowLeft" ? TABS.length - 1 : 1;
              choose(TABS[(index + by) % TABS.length] ?? each);
            }}
          >
            {names[each]}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`}>
        {tab === "agenda" && <Agenda room={visit.room} view={view} {...(onGo && { onGo })} />}
        {tab === "contents" && (
          <contentsLater.Part visit={visit} view={view} {...(onGo && { onGo })} />
        )}
        {tab === "notes" && <notesLater.Part visit={visit} view={view} {...(onGo && { onGo })} />}
      </div>
    </div>
  );
}
