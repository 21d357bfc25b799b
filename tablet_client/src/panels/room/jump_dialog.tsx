import { useEffect, useState } from "preact/hooks";
import { type PacketPage, pageAt } from "../../meeting/packet.ts";
import { pageKey } from "../../protocol/page_key.ts";
import type { Contents } from "../../reading/answers.ts";
import { labelOf, pagesLabelled } from "../../reading/labels.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Dialog } from "../parts/dialog.tsx";
import { shortName } from "./packet_spans.ts";
import type { View } from "./view.ts";

/** Pages with the same label that are offered: every document may have its own "1". */
const OFFERED = 5;

interface JumpProps {
  visit: Visit;
  view: View;
  onClose: () => void;
}

/** Asks for a page by its number in the packet or by what is printed on it. */
export function JumpDialog({ visit, view, onClose }: JumpProps) {
  const w = words.value.room;
  const { room, reader } = visit;
  const { packet, mine, at } = view;
  const all = view.pageCount;
  const [typed, setTyped] = useState(String(at === 0 ? 1 : at));
  useEffect(() => {
    const documents = new Map(packet.map((each) => [each.document.document_id, each.document]));
    reader.wantContents([...documents.values()]);
  }, [reader, packet]);

  const contentsOf = (page: PacketPage): Contents | null => {
    const look = reader.contents(page.page);
    return look?.kind === "there" ? look.value : null;
  };
  const haveLabels = packet.some((each) => labelOf(contentsOf(each), each.page.page) !== null);
  const labelled = pagesLabelled(typed, packet, contentsOf, mine?.page.document_id ?? null);
  const counted = /^\d+$/.test(typed) ? (pageAt(packet, Number(typed)) ?? undefined) : undefined;
  const target = counted ?? labelled[0];
  const others = labelled.filter((each) => each !== target).slice(0, OFFERED);
  const go = (page: PacketPage) => {
    room.show(page.page);
    onClose();
  };
  return (
    <Dialog title={w.jump} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (target !== undefined) go(target);
        }}
      >
        <label class="field">
          <span>{haveLabels ? w.jumpLabelled(all) : w.jumpLabel(all)}</span>
          <input
            class="input"
            inputMode={haveLabels ? "text" : "numeric"}
            autoComplete="off"
            autoCapitalize="off"
            data-testid="jump-page"
            value={typed}
            aria-invalid={target === undefined}
            data-first
            onInput={(event) => setTyped(event.currentTarget.value.trim())}
          />
        </label>
        {target !== undefined && target !== counted && (
          <p class="quiet small" data-testid="jump-target">
            {place(target)}
          </p>
        )}
        {target === undefined && typed !== "" && <p class="wrong">{w.unlabelled}</p>}
        <button
          type="submit"
          class="button primary"
          disabled={target === undefined}
          data-testid="jump-go"
        >
          {w.go}
        </button>
      </form>
      {others.length > 0 && (
        <section class="stack" aria-label={w.labelled}>
          <h3 class="quiet small">{w.labelled}</h3>
          <ul class="pick-list">
            {others.map((each) => (
              <li key={pageKey(each.page)}>
                <button
                  type="button"
                  class="pick"
                  data-testid="jump-labelled"
                  onClick={() => go(each)}
                >
                  <span class="page-label">{labelOf(contentsOf(each), each.page.page)}</span>
                  <span class="grow oneline">{place(each)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

const place = ({ document, number }: PacketPage) =>
  `${shortName(document.name)} · ${words.value.common.page(number)}`;
