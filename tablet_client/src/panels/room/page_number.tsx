import { useState } from "preact/hooks";
import { labelOf } from "../../reading/labels.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { JumpDialog } from "./jump_dialog.tsx";
import type { View } from "./view.ts";

/** Which page of how many, and what is printed on it; pressing it asks for another number. */
export function PageNumber({ visit, view }: { visit: Visit; view: View }) {
  const w = words.value.room;
  const [asking, setAsking] = useState(false);
  if (view.at === 0) return null;
  const page = view.mine?.page ?? null;
  const look = page === null ? null : visit.reader.contents(page);
  const label = page !== null && look?.kind === "there" ? labelOf(look.value, page.page) : null;
  return (
    <>
      <button
        type="button"
        class="page-number"
        data-testid="page-number"
        title={w.jump}
        disabled={view.held || view.packet.length === 0}
        onClick={() => setAsking(true)}
      >
        <strong>{view.at}</strong> {w.ofPages(view.pageCount)}
        {label !== null && (
          <>
            {" "}
            <span class="unseen">, {w.printed(label)}</span>
            <span class="page-label" aria-hidden="true" data-testid="page-label">
              {label}
            </span>
          </>
        )}
        <span class="unseen">. {w.jump}</span>
      </button>
      {asking && <JumpDialog visit={visit} view={view} onClose={() => setAsking(false)} />}
    </>
  );
}
