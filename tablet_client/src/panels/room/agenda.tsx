import { useEffect, useRef } from "preact/hooks";
import { pageAt } from "../../meeting/packet.ts";
import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { ItemMarks } from "./item_marks.tsx";
import { type DocumentSpan, type ItemSpan, shortName } from "./packet_spans.ts";
import type { View } from "./view.ts";

interface AgendaProps {
  room: Room;
  view: View;
  onGo?: () => void;
}

/** The agenda tree: items with who reports and how long, documents with their pages. */
export function Agenda({ room, view, onGo }: AgendaProps) {
  const tree = useRef<HTMLElement>(null);
  const document = view.mine?.document.document_id;
  useEffect(() => {
    // Read after the turn was drawn: the document now current comes into sight, nothing else moves.
    const current =
      document === undefined ? null : tree.current?.querySelector("[aria-current=page]");
    current?.scrollIntoView({ block: "nearest" });
  }, [document]);
  const go = (number: number) => {
    const target = pageAt(view.packet, number);
    if (target !== null) room.show(target.page);
    onGo?.();
  };
  return (
    <nav class="agenda" ref={tree} aria-label={words.value.room.agenda} data-testid="agenda">
      <ol>
        {view.spans.map((span) => (
          <AgendaItem key={span.item.item_id} span={span} view={view} go={go} />
        ))}
      </ol>
    </nav>
  );
}

interface PartProps {
  view: View;
  go: (number: number) => void;
}

function AgendaItem({ span, view, go }: PartProps & { span: ItemSpan }) {
  const w = words.value;
  const { item, number, pages, documents, veiled } = span;
  const here = (view.mine?.item ?? view.veil?.item)?.item_id === item.item_id;
  const led = (view.theirs?.item.item_id ?? view.state.veiled) === item.item_id;
  const meta = [
    item.department,
    item.reporter,
    item.minutes > 0 && w.common.minutes(item.minutes),
    veiled !== null && veiled.count > 0 && w.common.pages(veiled.count),
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <li class={here ? "agenda-item here" : "agenda-item"} data-testid="agenda-item">
      <button
        type="button"
        class="agenda-title"
        aria-current={here ? "true" : undefined}
        disabled={pages === null || view.held}
        onClick={() => pages !== null && go(pages.from)}
      >
        <span class="agenda-number">{number}</span>
        <span class="grow">
          <span class="agenda-name">{item.title}</span>
          <ItemMarks state={view.state} item={item} />
          {meta !== "" && <span class="agenda-meta">{meta}</span>}
        </span>
        {led && !here && <span class="lead-dot" role="img" aria-label={w.room.theirs} />}
      </button>
      {documents.length > 0 && (
        <ul>
          {documents.map((each) => (
            <AgendaDocument key={each.document.document_id} span={each} view={view} go={go} />
          ))}
        </ul>
      )}
    </li>
  );
}

function AgendaDocument({ span, view, go }: PartProps & { span: DocumentSpan }) {
  const w = words.value;
  const { document, from, to } = span;
  const here = view.mine?.document.document_id === document.document_id ? view.mine : null;
  const range =
    here === null
      ? w.common.pageRange(from, to)
      : `${here.page.page} / ${w.common.pages(to - from + 1)}`;
  return (
    <li>
      <button
        type="button"
        class={here === null ? "agenda-document" : "agenda-document here"}
        aria-current={here === null ? undefined : "page"}
        data-testid="document-row"
        disabled={view.held}
        onClick={() => go(from)}
      >
        <span class="grow">{shortName(document.name)}</span>
        <span class="agenda-pages">{range}</span>
      </button>
    </li>
  );
}
