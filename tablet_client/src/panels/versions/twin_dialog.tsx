import { words } from "../../words/words.ts";
import { Dialog } from "../parts/dialog.tsx";
import type { Uploads } from "../upload_door.ts";
import type { Twin } from "./twins.ts";

interface TwinDialogProps {
  twin: Twin;
  uploads: Uploads;
  onDone: () => void;
}

/** A file of the same name: is it the new version of what stands there, or another paper? */
export function TwinDialog({ twin, uploads, onDone }: TwinDialogProps) {
  const w = words.value;
  const { file, document } = twin;
  const answer = (act: () => void) => () => {
    onDone();
    act();
  };
  return (
    <Dialog title={w.versions.replace} onClose={onDone} testid="twin">
      <p>{w.versions.twin(document.name)}</p>
      <p class="quiet small">{w.versions.replaceHint}</p>
      <div class="row end wrap">
        <button type="button" class="button" onClick={onDone}>
          {w.common.cancel}
        </button>
        <button
          type="button"
          class="button"
          data-testid="twin-add"
          onClick={answer(() => uploads.add(document.item_id, [file]))}
        >
          {w.versions.addBeside}
        </button>
        <button
          type="button"
          class="button primary"
          data-testid="twin-replace"
          onClick={answer(() => uploads.replace(document, file))}
        >
          {w.versions.replace}
        </button>
      </div>
    </Dialog>
  );
}
