import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Chapter } from "../../reading/answers.ts";
import { type Branch, branchesOf, chapterAt } from "../../reading/outline.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import { type DocumentSpan, shortName } from "../room/packet_spans.ts";
import type { View } from "../room/view.ts";

interface ContentsProps {
  visit: Visit;
  view: View;
  onGo?: () => void;
}

/** The contents of every document, that of the page shown opened and its chapter marked. */
export function ContentsList({ visit, view, onGo }: ContentsProps) {
  const spans = view.spans.flatMap((span) => span.documents);
  return (
    <nav class="contents" aria-label={words.value.contents.title} data-testid="contents">
      {spans.map((span) => (
        <DocumentContents
          key={span.document.document_id}
          span={span}
          visit={visit}
          view={view}
          {...(onGo && { onGo })}
        />
      ))}
    </nav>
  );
}

function DocumentContents({ span, visit, view, onGo }: ContentsProps & { span: DocumentSpan }) {
  const { document, from, to } = span;
  const mine = view.mine?.document.document_id === document.document_id ? view.mine : null;
  const isMine = mine !== null;
  const [open, setOpen] = useState(isMine);
  useEffect(() => setOpen((was) => was || isMine), [isMine]);
  return (
    <section class={isMine ? "contents-document here" : "contents-document"}>
      <h3>
        <button
          type="button"
          class="contents-name"
          aria-expanded={open}
          data-testid="contents-document"
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? "down" : "next"} />
          <span class="grow oneline">{shortName(document.name)}</span>
          <span class="agenda-pages">{words.value.common.pageRange(from, to)}</span>
        </button>
      </h3>
      {open && (
        <Outline
          span={span}
          visit={visit}
          at={mine?.page.page ?? null}
          onGo={(chapter) => {
            if (chapter.page === null) return;
            const { document_id, version } = document;
            visit.reader.wayBack.leap({ document_id, version, page: chapter.page });
            onGo?.();
          }}
        />
      )}
    </section>
  );
}

interface OutlineProps {
  span: DocumentSpan;
  visit: Visit;
  at: number | null;
  onGo: (chapter: Chapter) => void;
}

function Outline({ span: { document, from }, visit, at, onGo }: OutlineProps) {
  const w = words.value.contents;
  const { reader } = visit;
  const tree = useRef<HTMLUListElement>(null);
  const held = visit.room.held.value;
  const look = reader.contents(document);
  const outline = look?.kind === "there" ? look.value.outline : null;
  const branches = useMemo(() => branchesOf(outline ?? []), [outline]);
  const current = outline === null || at === null ? null : chapterAt(outline, at);
  useEffect(() => reader.wantContents([document]), [reader, document]);
  useEffect(() => {
    tree.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  if (look?.kind === "refused") return <p class="contents-note">{w.refused}</p>;
  if (outline === null) {
    return (
      <p class="contents-note" aria-busy="true">
        <span class="spinner" /> {w.loading}
      </p>
    );
  }
  if (branches.length === 0) return <p class="contents-note">{w.none}</p>;
  return (
    <ul ref={tree} class="chapters">
      {branches.map((branch, index) => (
        <ChapterBranch
          key={index}
          branch={branch}
          first={from}
          current={current}
          held={held}
          onGo={onGo}
        />
      ))}
    </ul>
  );
}

interface BranchProps {
  branch: Branch;
  first: number;
  current: Chapter | null;
  held: boolean;
  onGo: (chapter: Chapter) => void;
}

function ChapterBranch({ branch: { chapter, under }, first, current, held, onGo }: BranchProps) {
  const number = chapter.page === null ? null : first + chapter.page - 1;
  return (
    <li>
      <button
        type="button"
        class="chapter"
        disabled={number === null || held}
        aria-current={chapter === current ? "location" : undefined}
        data-testid="chapter"
        onClick={() => onGo(chapter)}
      >
        <span class="grow">{chapter.title}</span>
        {number !== null && <span class="agenda-pages">{number}</span>}
      </button>
      {under.length > 0 && (
        <ul>
          {under.map((branch, index) => (
            <ChapterBranch
              key={index}
              branch={branch}
              first={first}
              current={current}
              held={held}
              onGo={onGo}
            />
          ))}
        </ul>
      )}
    </li>
  );
}
