import { useEffect, useState } from "preact/hooks";
import type { Document } from "../../protocol/messages.ts";
import { sentence, words } from "../../words/words.ts";
import { problemIn } from "../doors.ts";
import { Dialog } from "../parts/dialog.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import { shortName } from "../room/packet_spans.ts";
import type { DeskAt } from "./desk_screen.tsx";

interface PageViewerProps {
  at: DeskAt;
  document: Document;
  onClose: () => void;
}

/** Looks through one document without turning anybody's page; a page asked for is drawn first. */
export function PageViewer({ at, document, onClose }: PageViewerProps) {
  const w = words.value;
  const [number, setNumber] = useState(1);
  const picture = usePicture(at, document, number);
  const all = document.sizes.length;
  const size = document.sizes[number - 1];
  const ratio = size === undefined ? undefined : size[0] / size[1];
  return (
    <Dialog title={shortName(document.name)} kind="paper" onClose={onClose} testid="page-viewer">
      <div
        class="viewer-paper"
        style={{ "--ratio": ratio }}
        aria-busy={picture.address === null && picture.wrong === null}
      >
        {picture.address !== null && (
          <img src={picture.address} alt={w.room.pageOf(number, all)} data-testid="viewer-page" />
        )}
        {picture.wrong !== null && <p class="wrong">{picture.wrong}</p>}
        {picture.address === null && picture.wrong === null && <span class="spinner" />}
      </div>
      <div class="row center">
        <IconButton
          icon="previous"
          label={w.room.previousPage}
          disabled={number === 1}
          onClick={() => setNumber(number - 1)}
        />
        <span>
          <strong>{number}</strong> {w.room.ofPages(all)}
        </span>
        <IconButton
          icon="next"
          label={w.room.nextPage}
          disabled={number === all}
          onClick={() => setNumber(number + 1)}
        />
      </div>
    </Dialog>
  );
}

function usePicture(at: DeskAt, document: Document, page: number) {
  const { document_id, version } = document;
  const [shown, setShown] = useState<{ address: string | null; wrong: string | null }>({
    address: null,
    wrong: null,
  });
  useEffect(() => {
    let address: string | null = null;
    let wanted = true;
    setShown({ address: null, wrong: null });
    at.door
      .picture(at.meetingId, { document_id, version, page })
      .then((found) => {
        address = found;
        if (wanted) setShown({ address, wrong: null });
        else URL.revokeObjectURL(found);
      })
      .catch((thrown) => {
        const problem = problemIn(thrown);
        const wrong = problem === null ? words.value.join.unreachable : sentence(problem);
        if (wanted) setShown({ address: null, wrong });
      });
    return () => {
      wanted = false;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [at.door, at.meetingId, document_id, version, page]);
  return shown;
}
