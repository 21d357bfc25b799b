import type { Progress } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import { pageRanges } from "./page_ranges.ts";

/** What a secretary should know of a document: what it carries, and pages that are not quite whole. */
export function DocumentNotes({ progress }: { progress: Progress }) {
  const w = words.value.desk;
  const carries = progress.carries ?? [];
  const scanned = progress.scanned ?? [];
  if (carries.length + progress.reduced.length + scanned.length === 0) return null;
  return (
    <ul class="document-notes" data-testid="document-notes">
      {carries.length > 0 && (
        <li class="grave" data-testid="document-carries">
          <Icon name="warning" />
          <span>{w.carries(carries.map((each) => w.carried[each]))}</span>
        </li>
      )}
      {progress.reduced.length > 0 && (
        <li data-testid="document-reduced">{w.reduced(pageRanges(progress.reduced))}</li>
      )}
      {scanned.length > 0 && (
        <li data-testid="document-scanned">{w.scanned(pageRanges(scanned))}</li>
      )}
    </ul>
  );
}
