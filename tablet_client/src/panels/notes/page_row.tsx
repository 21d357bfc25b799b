import type { ComponentChildren } from "preact";
import type { PacketPage } from "../../meeting/packet.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Thumb } from "../parts/thumb.tsx";
import { shortName } from "../room/packet_spans.ts";
import type { View } from "../room/view.ts";

interface PageRowProps {
  visit: Visit;
  view: View;
  entry: PacketPage;
  testid: string;
  /** In place of the document's name. */
  title?: string;
  onGo?: (() => void) | undefined;
  children?: ComponentChildren;
}

/** One page in small with its number and what there is to say of it; a tap goes there. */
export function PageRow({ visit, view, entry, testid, title, onGo, children }: PageRowProps) {
  const w = words.value;
  const size = entry.document.sizes[entry.page.page - 1];
  const isHere = view.mine !== null && pageKey(view.mine.page) === pageKey(entry.page);
  const name = title ?? shortName(entry.document.name);
  return (
    <button
      type="button"
      class="note-row grow"
      aria-current={isHere ? "page" : undefined}
      data-testid={testid}
      data-page={entry.number}
      disabled={view.held}
      onClick={() => {
        visit.room.show(entry.page);
        onGo?.();
      }}
    >
      <span class="note-thumb" style={{ "--ratio": size ? size[0] / size[1] : 1 }}>
        <Thumb pages={visit.pages} page={entry.page} ready={entry.ready} />
      </span>
      <span class="note-about">
        <span class="note-where">
          <strong>{w.common.page(entry.number)}</strong> <span>{name}</span>
        </span>
        {children}
      </span>
    </button>
  );
}
