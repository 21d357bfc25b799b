import { useState } from "preact/hooks";
import type { Document } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { IconButton } from "../parts/icon_button.tsx";
import { Thumb } from "../parts/thumb.tsx";
import { drawnOf } from "../room/drawn.ts";
import type { View } from "../room/view.ts";
import { ReplacingNote } from "../versions/replacing_note.tsx";
import type { DeskAt } from "./desk_screen.tsx";
import { DocumentActions } from "./document_actions.tsx";
import { DocumentNotes } from "./document_notes.tsx";
import { PageFailures } from "./page_failures.tsx";
import { PageViewer } from "./page_viewer.tsx";
import { ProgressLine } from "./progress_line.tsx";

interface DocumentRowProps {
  at: DeskAt;
  view: View;
  document: Document;
  index: number;
  siblings: number;
}

/** A document that has arrived: its first page, its name, how many of its pages are ready. */
export function DocumentRow({ at, view, document, index, siblings }: DocumentRowProps) {
  const w = words.value;
  const [open, setOpen] = useState<"view" | "actions" | null>(null);
  const all = document.sizes.length;
  const done = drawnOf(view.state, document);
  const progress = view.state.progress[document.document_id];
  const failed = progress?.failed ?? [];
  const replacing = at.uploads.list.value.filter((each) => each.replaces === document.document_id);
  const first = { document_id: document.document_id, version: document.version, page: 1 };
  const firstReady = view.packet.some(
    (each) =>
      each.document.document_id === document.document_id && each.page.page === 1 && each.ready,
  );
  return (
    <li class="document" data-testid="document-row" data-document={document.document_id}>
      <div class="document-line">
        <button
          type="button"
          class="document-open"
          title={w.desk.view(document.name)}
          data-testid="document-open"
          onClick={() => setOpen("view")}
        >
          <span class="document-thumb">
            <Thumb pages={at.visit.pages} page={first} ready={firstReady} />
          </span>
          <span class="document-name">
            {document.name} <span class="quiet small">{w.common.pages(all)}</span>
            {document.version > 1 && (
              <span class="chip version-chip" data-testid="document-version">
                {w.versions.version(document.version)}
              </span>
            )}
          </span>
        </button>
        <span class="document-state">
          {done < all ? (
            <ProgressLine
              label={w.desk.drawingLabel(document.name)}
              text={w.desk.drawing(done, all)}
              done={done}
              all={all}
            />
          ) : (
            <span class="chip good" data-testid="document-ready">
              {w.desk.ready}
            </span>
          )}
        </span>
        <IconButton
          icon="more"
          label={w.desk.actions(document.name)}
          data-testid="document-actions"
          onClick={() => setOpen("actions")}
        />
      </div>
      {replacing.map((upload) => (
        <ReplacingNote
          key={upload.id}
          document={document}
          upload={upload}
          onForget={() => at.uploads.forget(upload.id)}
          onRename={(name) => {
            void at.visit.room.ask({
              type: "RenameDocument",
              document_id: document.document_id,
              name,
            });
          }}
        />
      ))}
      {progress !== undefined && <DocumentNotes progress={progress} />}
      {failed.length > 0 && <PageFailures at={at} document={document} failed={failed} />}
      {open === "actions" && (
        <DocumentActions
          at={at}
          view={view}
          document={document}
          index={index}
          siblings={siblings}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "view" && <PageViewer at={at} document={document} onClose={() => setOpen(null)} />}
    </li>
  );
}
