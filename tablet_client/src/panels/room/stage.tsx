import { effect, type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PacketPage } from "../../meeting/packet.ts";
import type { Snapshot } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { BookmarkButton } from "../notes/bookmark_button.tsx";
import { BookmarkRibbon } from "../notes/bookmark_ribbon.tsx";
import { PenLayer } from "../pen/pen_layer.tsx";
import { type Tap, TextLayer } from "../reading/text_layer.tsx";
import { WayBackChip } from "../reading/way_back_chip.tsx";
import type { MountedSheet } from "../sheet_door.ts";
import { DarkSheet } from "../together/dark_sheet.tsx";
import { RegionFrame } from "../together/region_frame.tsx";
import { SheetNotice } from "./sheet_notice.tsx";
import { useZoomKeys } from "./use_zoom_keys.ts";
import { viewOf } from "./view.ts";
import { ZoomButtons } from "./zoom_buttons.tsx";

interface StageProps {
  visit: Visit;
  background: string;
  readOnly?: boolean;
  /** Where whoever renders the stage finds its sheet. */
  stands?: Signal<MountedSheet | null>;
  /** More buttons under those that zoom. */
  corner?: ComponentChildren;
  /** Over everything on the stage. */
  children?: ComponentChildren;
}

/** The page itself: an element the painter draws in, and words over it when there is no page yet. */
export function Stage(props: StageProps) {
  const { visit, background, readOnly = false, corner, children } = props;
  const host = useRef<HTMLDivElement>(null);
  const tap = useRef<Tap>(() => false);
  const own = useSignal<MountedSheet | null>(null);
  const sheet = props.stands ?? own;
  useEffect(() => {
    if (host.current === null) return;
    const mounted = visit.mountSheet(host.current, {
      readOnly,
      background,
      tap: (at) => tap.current?.(at) ?? false,
    });
    sheet.value = mounted;
    const stopMarking = readOnly ? () => undefined : markHits(visit, mounted);
    return () => {
      stopMarking();
      sheet.value = null;
      mounted.dispose();
    };
  }, [visit, background, readOnly, sheet]);

  useZoomKeys(readOnly ? null : sheet.value);
  const w = words.value.room;
  const view = viewOf(visit.room);
  const mine = view?.mine ?? null;
  const label =
    mine === null
      ? (view?.veil?.item.title ?? w.sheet)
      : `${w.pageOf(mine.number, view?.pageCount ?? 0)}, ${mine.item.title}`;
  const message = sheet.value?.message.value ?? null;
  return (
    <section class="stage" aria-label={label} data-testid="sheet" data-page={mine?.number ?? ""}>
      <div class="stage-host" ref={host} />
      {sheet.value !== null && mine !== null && !readOnly && (
        <TextLayer visit={visit} sheet={sheet.value} mine={mine} tap={tap} />
      )}
      {sheet.value !== null && !readOnly && <RegionFrame room={visit.room} sheet={sheet.value} />}
      {sheet.value !== null && mine !== null && !readOnly && (
        <PenLayer visit={visit} sheet={sheet.value} />
      )}
      {sheet.value !== null && mine !== null && !readOnly && (
        <BookmarkRibbon visit={visit} sheet={sheet.value} page={mine.page} />
      )}
      {view !== null && <SheetNotice view={view} message={message} />}
      {!readOnly && <WayBackChip visit={visit} />}
      {mine !== null && isReduced(view?.state, mine) && !readOnly && (
        <span class="chip reduced-note" data-testid="reduced-note">
          {w.reduced}
        </span>
      )}
      {sheet.value !== null && !readOnly && (
        <ZoomButtons sheet={sheet.value}>
          {mine !== null && <BookmarkButton visit={visit} page={mine.page} />}
          {corner}
        </ZoomButtons>
      )}
      {!readOnly && <DarkSheet room={visit.room} />}
      {children}
    </section>
  );
}

/** Whether the page came out at half the size only. */
function isReduced(state: Snapshot | undefined, { page }: PacketPage): boolean {
  return state?.progress[page.document_id]?.reduced.includes(page.page) === true;
}

/** Keeps what the search found on the page shown marked on the sheet. */
function markHits(visit: Visit, sheet: MountedSheet): () => void {
  return effect(() => {
    const marked = visit.reader.hits.marked.value;
    sheet.highlights.value =
      marked === null
        ? null
        : {
            page: marked.page,
            boxes: marked.boxes.map(([left, top, right, bottom]) => ({ left, top, right, bottom })),
          };
  });
}
