import type { Document, FailedPage } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { pageTrouble } from "../room/page_trouble.ts";
import type { DeskAt } from "./desk_screen.tsx";
import { useTask } from "./use_task.ts";

interface PageFailuresProps {
  at: DeskAt;
  document: Document;
  failed: readonly FailedPage[];
}

/** The pages of a document that could not be drawn, each with its reason and another try. */
export function PageFailures({ at, document, failed }: PageFailuresProps) {
  const w = words.value;
  const { run, wrong } = useTask();
  return (
    <details class="failures" data-testid="page-failures">
      <summary>{w.desk.failedPages(failed.length)}</summary>
      <ul>
        {failed.map((each) => (
          <li key={each.page} class="row">
            <span class="grow small">
              <strong>{w.desk.failedPage(each.page)}</strong> {pageTrouble(each.code, w)}
            </span>
            <button
              type="button"
              class="button text"
              onClick={() =>
                void run(() => at.door.redraw(at.meetingId, document.document_id, each.page))
              }
            >
              {w.desk.retryPage}
            </button>
          </li>
        ))}
      </ul>
      {wrong !== null && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
    </details>
  );
}
