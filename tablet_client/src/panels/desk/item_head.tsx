import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import { Confirm } from "../parts/confirm.tsx";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import { ItemMarks } from "../room/item_marks.tsx";
import type { ItemSpan } from "../room/packet_spans.ts";
import { isEmbargoed } from "../room/veils.ts";
import type { View } from "../room/view.ts";
import type { DeskAt } from "./desk_screen.tsx";
import { ItemForm } from "./item_form.tsx";
import { ItemUpload } from "./item_upload.tsx";
import { itemDragHandle } from "./use_item_drag.ts";

interface ItemHeadProps {
  at: DeskAt;
  view: View;
  span: ItemSpan;
  onFiles: (files: readonly File[]) => void;
}

/** An item's number, title and reporter, and what can be done with it. */
export function ItemHead({ at, view, span, onFiles }: ItemHeadProps) {
  const w = words.value;
  const { room } = at.visit;
  const { item, number } = span;
  const [open, setOpen] = useState<"edit" | "remove" | null>(null);
  const move = (by: 1 | -1) =>
    void room.ask({ type: "MoveItem", item_id: item.item_id, index: number - 1 + by });
  const meta = [item.department, item.reporter, item.minutes > 0 && w.common.minutes(item.minutes)]
    .filter(Boolean)
    .join(" · ");
  return (
    <div class="item-head">
      <span class="drag" title={w.desk.dragItem(item.title)} {...itemDragHandle(item.item_id)}>
        <Icon name="drag" />
      </span>
      <span class="item-number">{number}</span>
      <h2 class="grow">{item.title}</h2>
      <ItemMarks state={view.state} item={item} />
      {view.state.phase === "open" && isEmbargoed(view.state, item) && (
        <button
          type="button"
          class="button"
          aria-label={w.steer.openItemOf(item.title)}
          data-testid="open-item"
          onClick={() => void room.ask({ type: "OpenItem", item_id: item.item_id })}
        >
          {w.steer.openItem}
        </button>
      )}
      <span class="quiet small item-meta">{meta}</span>
      <span class="item-actions">
        <ItemUpload title={item.title} onFiles={onFiles} />
        <IconButton
          icon="up"
          label={w.desk.itemUp(item.title)}
          disabled={number === 1}
          onClick={() => move(-1)}
        />
        <IconButton
          icon="down"
          label={w.desk.itemDown(item.title)}
          disabled={number === view.state.items.length}
          onClick={() => move(1)}
        />
        <IconButton
          icon="edit"
          label={w.desk.editItem(item.title)}
          onClick={() => setOpen("edit")}
        />
        <IconButton
          icon="trash"
          label={w.desk.removeItem(item.title)}
          onClick={() => setOpen("remove")}
        />
      </span>
      {open === "edit" && (
        <ItemForm
          title={w.desk.editItem(item.title)}
          from={item}
          onClose={() => setOpen(null)}
          onSave={(fields) =>
            room.ask({ type: "EditItem", item: { ...fields, item_id: item.item_id } })
          }
        />
      )}
      {open === "remove" && (
        <Confirm
          title={w.desk.removeItem(item.title)}
          ask={w.desk.removeItemAsk(item.title, span.documents.length)}
          yes={w.common.remove}
          dangerous
          onClose={() => setOpen(null)}
          onYes={() => void room.ask({ type: "RemoveItem", item_id: item.item_id })}
        />
      )}
    </div>
  );
}
