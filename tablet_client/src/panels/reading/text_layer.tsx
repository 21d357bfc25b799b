import { effect } from "@preact/signals";
import type { RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PacketPage } from "../../meeting/packet.ts";
import { pageKey, samePage } from "../../protocol/page_key.ts";
import type { PageLink, PageText } from "../../reading/answers.ts";
import { linkAt } from "../../reading/link_at.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import type { MountedSheet } from "../sheet_door.ts";
import { boxStyle, LAID_OUT_WIDE, layOut, UNIT } from "./lay_out.ts";
import { OutDialog } from "./out_dialog.tsx";
import { PageLinks } from "./page_links.tsx";
import { SelectBar } from "./select_bar.tsx";
import { steadySelection } from "./steady_selection.ts";
import { textNote } from "./text_note.ts";

/** A finger's width, in CSS pixels: links are touched as if they were at least that high. */
const FINGER = 44;

export type Tap = (at: { x: number; y: number }) => boolean;

interface TextLayerProps {
  visit: Visit;
  sheet: MountedSheet;
  mine: PacketPage;
  /** Where the stage looks up what a tap means. */
  tap: RefObject<Tap>;
}

/** The page's words over its picture: read aloud, selected, followed where they are links. */
export function TextLayer({ visit, sheet, mine, tap }: TextLayerProps) {
  const { reader, ink } = visit;
  const w = words.value.reading;
  const layer = useRef<HTMLElement>(null);
  const lines = useRef<HTMLDivElement>(null);
  const [out, setOut] = useState<string | null>(null);
  const look = reader.text.value;
  const text = look?.kind === "there" ? look.value : null;
  const selecting = reader.selecting.value;
  const marked = reader.hits.marked.value;
  const hit = (marked?.at == null ? null : marked.places[marked.at]) ?? null;
  const note = textNote(look, w);

  const follow = (link: PageLink) => {
    if (link.url !== null) setOut(link.url);
    else if (link.page !== null && !visit.room.held.value)
      reader.wayBack.leap({ ...mine.page, page: link.page });
  };
  const linkUnder: (at: { x: number; y: number }) => PageLink | null = (at) => {
    const placement = sheet.placement.value;
    if (text === null || placement === null || ink.tool.value !== "hand") return null;
    return linkAt(text.links, at, FINGER / placement.scale);
  };
  tap.current = (at) => {
    if (reader.selecting.value) return true;
    const link = linkUnder(at);
    if (link !== null) follow(link);
    return link !== null;
  };

  const key = pageKey(mine.page);
  useLayoutEffect(
    () => effect(() => lieOn(layer.current, sheet.placement.value, mine)),
    [sheet, key],
  );
  useLayoutEffect(() => {
    if (lines.current !== null) layOut(lines.current, text);
  }, [text]);
  useEffect(() => {
    if (!selecting || layer.current === null || lines.current === null) return;
    const stops = [sheet.lend(layer.current), steadySelection(layer.current, lines.current)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [sheet, selecting]);
  useHandOverLinks(layer, sheet, linkUnder);
  useEffect(() => bringIntoSight(layer.current, sheet, hit?.[0] ?? null), [sheet, hit]);

  const stopSelecting = useCallback(() => {
    reader.selecting.value = false;
  }, [reader]);
  return (
    <>
      <section
        class={selecting ? "text-layer selecting" : "text-layer"}
        ref={layer}
        aria-label={w.textOf(mine.number)}
        lang={languageOf(text)}
        data-testid="page-text"
      >
        <div class="text-lines" ref={lines} />
        {note !== null && <p class="unseen">{note}</p>}
        {text !== null && (
          <PageLinks text={text} first={mine.number - mine.page.page + 1} onFollow={follow} />
        )}
        {hit?.map((box) => (
          <div
            key={box.join()}
            class="hit-here"
            aria-hidden="true"
            data-testid="hit-here"
            style={boxStyle(box)}
          />
        ))}
      </section>
      {selecting && (
        <SelectBar lines={() => lines.current} text={text} note={note} onEnd={stopSelecting} />
      )}
      {out !== null && <OutDialog url={out} onClose={() => setOut(null)} />}
    </>
  );
}

/** Puts the layer on the page; while another page stands on the stage it is nowhere. */
function lieOn(
  layer: HTMLElement | null,
  placement: MountedSheet["placement"]["value"],
  mine: PacketPage,
): void {
  if (layer === null) return;
  const lies = placement !== null && samePage(placement.page, mine.page);
  layer.hidden = !lies;
  if (!lies) return;
  const [width, height] = placement.size;
  Object.assign(layer.style, {
    width: `${LAID_OUT_WIDE}px`,
    height: `${(LAID_OUT_WIDE * height) / width}px`,
    transform: `translate(${placement.left}px, ${placement.top}px) scale(${placement.scale / UNIT})`,
  });
}

/** Shows a mouse that it is over a link; the stage's own element has the pointer. */
function useHandOverLinks(
  layer: RefObject<HTMLElement | null>,
  sheet: MountedSheet,
  linkUnder: (at: { x: number; y: number }) => PageLink | null,
): void {
  const under = useRef(linkUnder);
  under.current = linkUnder;
  useEffect(() => {
    const stage = layer.current?.parentElement;
    if (!stage) return;
    const hover = (event: PointerEvent) => {
      const placement = sheet.placement.value;
      if (event.pointerType !== "mouse" || event.buttons !== 0 || placement === null) return;
      const box = stage.getBoundingClientRect();
      const link = under.current({
        x: (event.clientX - box.left - placement.left) / placement.scale,
        y: (event.clientY - box.top - placement.top) / placement.scale,
      });
      stage.classList.toggle("over-link", link !== null);
    };
    stage.addEventListener("pointermove", hover);
    return () => stage.removeEventListener("pointermove", hover);
  }, [sheet]);
}

/** Moves a page that is near until the hit stands in the middle, unless it is in sight. */
function bringIntoSight(
  layer: HTMLElement | null,
  sheet: MountedSheet,
  hit: readonly [number, number, number, number] | null,
): void {
  const [stage, placement] = [layer?.parentElement, sheet.placement.peek()];
  if (!stage || hit === null || placement === null) return;
  const { clientWidth: wide, clientHeight: high } = stage;
  const x = placement.left + ((hit[0] + hit[2]) / 2) * placement.scale;
  const y = placement.top + ((hit[1] + hit[3]) / 2) * placement.scale;
  if (x > 0 && x < wide && y > 0 && y < high) return;
  sheet.moveBy((x - wide / 2) / wide, (y - high / 2) / high);
}

/** The papers' language, for whoever reads them aloud, whatever the screen's is. */
function languageOf(text: PageText | null): string | undefined {
  return text !== null && /[가-힣]/.test(text.text) ? "ko" : undefined;
}
