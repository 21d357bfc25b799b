import { useMemo } from "preact/hooks";
import type { PageLink, PageText } from "../../reading/answers.ts";
import { linesOf } from "../../reading/lines.ts";
import { wordsUnder } from "../../reading/link_at.ts";
import { words } from "../../words/words.ts";
import { boxStyle } from "./lay_out.ts";

interface PageLinksProps {
  text: PageText;
  /** Where the document begins in the packet: its links count its own pages. */
  first: number;
  onFollow: (link: PageLink) => void;
}

/** The page's links for the keyboard and for those who listen; fingers come through the sheet. */
export function PageLinks({ text, first, onFollow }: PageLinksProps) {
  const w = words.value.reading;
  const under = useMemo(() => {
    const all = linesOf(text).flatMap((line) => line.words);
    return text.links.map((link) => wordsUnder(link.box, all));
  }, [text]);
  return (
    <>
      {text.links.map((link, index) => {
        const said = under[index] ?? "";
        const given = { class: "page-link", style: boxStyle(link.box), "data-testid": "page-link" };
        if (link.page !== null) {
          return (
            <button
              key={index}
              type="button"
              {...given}
              aria-label={w.linkTo(said, first + link.page - 1)}
              onClick={() => onFollow(link)}
            />
          );
        }
        return (
          <a
            key={index}
            {...given}
            href={link.url ?? ""}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={w.linkOut(said, link.url ?? "")}
            onClick={(event) => {
              event.preventDefault();
              onFollow(link);
            }}
          />
        );
      })}
    </>
  );
}
