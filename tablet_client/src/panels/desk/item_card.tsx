import type { ItemSpan } from "../room/packet_spans.ts";
import type { View } from "../room/view.ts";
import type { DeskAt } from "./desk_screen.tsx";
import { DocumentRow } from "./document_row.tsx";
import { ItemHead } from "./item_head.tsx";
import { UploadRow } from "./upload_row.tsx";
import { useFileDrop } from "./use_file_drop.ts";
import { useItemDrop } from "./use_item_drag.ts";

interface ItemCardProps {
  at: DeskAt;
  view: View;
  span: ItemSpan;
  onUsed: (itemId: string) => void;
}

/** An agenda item with its papers, those on their way, and a place to drop more. */
export function ItemCard({ at, view, span, onUsed }: ItemCardProps) {
  const { item } = span;
  const upload = (files: readonly File[]) => {
    at.uploads.add(item.item_id, files);
    onUsed(item.item_id);
  };
  const files = useFileDrop(upload);
  const moved = useItemDrop(span.number - 1, (itemId, index) => {
    void at.visit.room.ask({ type: "MoveItem", item_id: itemId, index });
  });
  const documents = view.state.documents.filter((each) => each.item_id === item.item_id);
  const uploads = at.uploads.list.value.filter(
    (each) =>
      each.itemId === item.item_id &&
      !view.state.documents.some((document) => document.document_id === (each.replaces ?? each.id)),
  );
  const looks = ["item-card", files.over && "file-over", moved.over && "item-over"];
  return (
    <li
      class={looks.filter(Boolean).join(" ")}
      data-testid="agenda-item"
      data-item={item.item_id}
      onDragOver={(event) => {
        files.handlers.onDragOver(event);
        moved.handlers.onDragOver(event);
      }}
      onDragLeave={() => {
        files.handlers.onDragLeave();
        moved.handlers.onDragLeave();
      }}
      onDrop={(event) => {
        files.handlers.onDrop(event);
        moved.handlers.onDrop(event);
      }}
    >
      <ItemHead at={at} view={view} span={span} onFiles={upload} />
      {(documents.length > 0 || uploads.length > 0) && (
        <ul class="documents">
          {documents.map((document, index) => (
            <DocumentRow
              key={document.document_id}
              at={at}
              view={view}
              document={document}
              index={index}
              siblings={documents.length}
            />
          ))}
          {uploads.map((each) => (
            <UploadRow key={each.id} upload={each} uploads={at.uploads} />
          ))}
        </ul>
      )}
    </li>
  );
}
