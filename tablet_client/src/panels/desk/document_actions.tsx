import { useState } from "preact/hooks";
import type { Document } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { Confirm } from "../parts/confirm.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import type { View } from "../room/view.ts";
import { ReplaceButton } from "../versions/replace_button.tsx";
import type { DeskAt } from "./desk_screen.tsx";

interface DocumentActionsProps {
  at: DeskAt;
  view: View;
  document: Document;
  index: number;
  siblings: number;
  onClose: () => void;
}

/** What can be done with a document: another name, another place, or away with it. */
export function DocumentActions(props: DocumentActionsProps) {
  const { at, view, document, index, siblings, onClose } = props;
  const w = words.value;
  const { room } = at.visit;
  const { document_id, item_id } = document;
  const [name, setName] = useState(document.name);
  const [removing, setRemoving] = useState(false);
  const move = (to: string, place: number) => {
    void room.ask({ type: "MoveDocument", document_id, item_id: to, index: place });
    onClose();
  };
  if (removing) {
    return (
      <Confirm
        title={w.desk.removeDocument}
        ask={w.desk.removeDocumentAsk(document.name)}
        yes={w.common.remove}
        dangerous
        onClose={onClose}
        onYes={() => void room.ask({ type: "RemoveDocument", document_id })}
      />
    );
  }
  return (
    <Dialog title={document.name} onClose={onClose} testid="document-actions-panel">
      <form
        class="row bottom"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") return;
          void room.ask({ type: "RenameDocument", document_id, name: name.trim() });
          onClose();
        }}
      >
        <label class="field grow">
          <span>{w.desk.renameLabel}</span>
          <input
            class="input"
            maxLength={200}
            data-testid="document-name"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" data-testid="document-rename">
          {w.desk.rename}
        </button>
      </form>
      <div class="replace-part">
        <ReplaceButton
          name={document.name}
          onFile={(file) => {
            at.uploads.replace(document, file);
            onClose();
          }}
        />
        <p class="quiet small">{w.versions.replaceHint}</p>
      </div>
      <label class="field">
        <span>{w.desk.moveTo}</span>
        <select
          class="input"
          data-testid="document-move"
          value={item_id}
          onChange={(event) => {
            const to = event.currentTarget.value;
            move(to, view.state.documents.filter((each) => each.item_id === to).length);
          }}
        >
          {view.spans.map(({ item, number }) => (
            <option key={item.item_id} value={item.item_id}>
              {number}. {item.title}
            </option>
          ))}
        </select>
      </label>
      <div class="document-acts">
        <button
          type="button"
          class="button"
          disabled={index === 0}
          onClick={() => move(item_id, index - 1)}
        >
          <Icon name="up" /> {w.common.up}
        </button>
        <button
          type="button"
          class="button"
          disabled={index === siblings - 1}
          onClick={() => move(item_id, index + 1)}
        >
          <Icon name="down" /> {w.common.down}
        </button>
        <button
          type="button"
          class="button danger"
          data-testid="document-remove"
          onClick={() => setRemoving(true)}
        >
          <Icon name="trash" /> {w.desk.removeDocument}
        </button>
      </div>
    </Dialog>
  );
}
