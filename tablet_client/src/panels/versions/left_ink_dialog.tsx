import { useEffect, useState } from "preact/hooks";
import type { LeftPage } from "../../meeting/left_ink.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Dialog } from "../parts/dialog.tsx";
import { shortName } from "../room/packet_spans.ts";
import type { View } from "../room/view.ts";
import { leftOf } from "./left_count.ts";
import { LeftPageView } from "./left_page_view.tsx";

interface LeftInkProps {
  visit: Visit;
  view: View;
  onClose: () => void;
}

/** Ink that found no place in a new version, page by page: looked at, moved, thrown away, or left. */
export function LeftInkDialog({ visit, view, onClose }: LeftInkProps) {
  const w = words.value.versions;
  const { left } = visit.room;
  const { pages } = leftOf(visit);
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const page = pages.find((each) => pageKey(each.page) === chosen) ?? pages[0] ?? null;
  const key = page === null ? null : pageKey(page.page);
  useEffect(() => {
    left.look(page?.page ?? null);
    return () => left.look(null);
  }, [left, key]);
  return (
    <Dialog title={w.left} kind="wide" onClose={onClose} testid="left-ink">
      <div>
        <p class="quiet">{page === null ? w.leftNone : w.leftHint}</p>
        <p role="status">{said}</p>
      </div>
      {pages.length > 1 && (
        <ul class="left-pages">
          {pages.map((each) => (
            <li key={pageKey(each.page)}>
              <LeftRow each={each} isChosen={each === page} onChoose={setChosen} />
            </li>
          ))}
        </ul>
      )}
      {page !== null && (
        <LeftPageView
          key={key}
          visit={visit}
          view={view}
          left={page}
          onSaid={setSaid}
          onLeave={onClose}
        />
      )}
    </Dialog>
  );
}

interface LeftRowProps {
  each: LeftPage;
  isChosen: boolean;
  onChoose: (key: string) => void;
}

/** A page on the list: its document, version and number, and how much ink is on it. */
function LeftRow({ each, isChosen, onChoose }: LeftRowProps) {
  const w = words.value;
  const { page, document, marks } = each;
  const layers = (["notes", "collected", "meeting"] as const).filter((layer) => marks[layer] > 0);
  return (
    <button
      type="button"
      class="pick"
      aria-pressed={isChosen}
      data-testid="left-page"
      onClick={() => onChoose(pageKey(page))}
    >
      <span class="grow">
        <strong>{shortName(document.name)}</strong> {w.versions.leftPage(page.version, page.page)}
      </span>
      <span class="quiet small">
        {layers
          .map((layer) => w.versions.layerCount(w.pen.layerNames[layer], marks[layer]))
          .join(" · ")}
      </span>
    </button>
  );
}
