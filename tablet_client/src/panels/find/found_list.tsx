import { useEffect, useRef } from "preact/hooks";
import { pageKey } from "../../protocol/page_key.ts";
import type { HitPage } from "../../reading/hits.ts";
import { labelOf } from "../../reading/labels.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { shortName } from "../room/packet_spans.ts";
import type { View } from "../room/view.ts";

interface FoundListProps {
  visit: Visit;
  view: View;
  onGo: () => void;
}

/** The pages with hits under their documents, each with the first hit in its sentence. */
export function FoundList({ visit, view, onGo }: FoundListProps) {
  const w = words.value.find;
  const { reader } = visit;
  const list = useRef<HTMLDivElement>(null);
  const found = reader.search.answered.value?.found;
  const pages = reader.hits.pages.value;
  const here = view.mine === null ? "" : pageKey(view.mine.page);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [here, pages]);
  useEffect(() => reader.wantContents(found?.documents ?? []), [reader, found?.documents]);
  if (found === undefined) return null;
  const busy = reader.search.busy.value;
  return (
    <div class={busy ? "found-list late" : "found-list"} ref={list} data-testid="found-list">
      {groupsOf(pages).map((group) => {
        const [{ entry }] = group;
        const { document } = entry;
        const count = found.documents.find((each) => each.document_id === document.document_id);
        return (
          <section key={document.document_id} class="found-document">
            <h2>
              <span class="grow oneline">{shortName(document.name)}</span>
              <span class="found-count" data-testid="found-count">
                {w.hits(count?.hits ?? group.reduce((sum, each) => sum + each.found.hits, 0))}
              </span>
            </h2>
            <ul>
              {group.map((each) => (
                <li key={pageKey(each.entry.page)}>
                  <FoundButton
                    each={each}
                    label={labelIn(visit, each)}
                    held={view.held}
                    isHere={pageKey(each.entry.page) === here}
                    onGo={() => {
                      reader.hits.open(each.entry.page);
                      onGo();
                    }}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {found.more && <p class="find-note quiet">{w.more(pages.length)}</p>}
    </div>
  );
}

interface FoundButtonProps {
  each: HitPage;
  label: string | null;
  isHere: boolean;
  held: boolean;
  onGo: () => void;
}

function FoundButton({ each: { found, entry }, label, isHere, held, onGo }: FoundButtonProps) {
  const w = words.value;
  return (
    <button
      type="button"
      class="found"
      aria-current={isHere ? "page" : undefined}
      data-testid="found"
      data-page={entry.number}
      disabled={held}
      onClick={onGo}
    >
      <span class="found-where">
        {w.find.result(entry.number, found.hits)}
        {label !== null && (
          <span class="page-label" title={w.room.printed(label)}>
            {label}
          </span>
        )}
      </span>
      <span class="found-words">
        {found.before}
        <mark>{found.match}</mark>
        {found.after}
      </span>
    </button>
  );
}

function labelIn({ reader }: Visit, { entry }: HitPage): string | null {
  const look = reader.contents(entry.page);
  return look?.kind === "there" ? labelOf(look.value, entry.page.page) : null;
}

type Group = [HitPage, ...HitPage[]];

/** Pages of one document that stand together. */
function groupsOf(pages: readonly HitPage[]): readonly Group[] {
  const groups: Group[] = [];
  for (const each of pages) {
    const last = groups.at(-1);
    if (last?.[0].entry.page.document_id === each.entry.page.document_id) last.push(each);
    else groups.push([each]);
  }
  return groups;
}
