import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import type { MountedSheet } from "../sheet_door.ts";
import { SheetNotice } from "./sheet_notice.tsx";
import { useZoomKeys } from "./use_zoom_keys.ts";
import { viewOf } from "./view.ts";
import { ZoomButtons } from "./zoom_buttons.tsx";

interface StageProps {
  visit: Visit;
  background: string;
  readOnly?: boolean;
}

/** The page itself: an element the painter draws in, and words over it when there is no page yet. */
export function Stage({ visit, background, readOnly = false }: StageProps) {
  const host = useRef<HTMLDivElement>(null);
  const sheet = useSignal<MountedSheet | null>(null);
  useEffect(() => {
    if (host.current === null) return;
    const mounted = visit.mountSheet(host.current, { readOnly, background });
    sheet.value = mounted;
    return () => {
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
      ? w.sheet
      : `${w.pageOf(mine.number, view?.packet.length ?? 0)}, ${mine.item.title}`;
  const message = sheet.value?.message.value ?? null;
  return (
    <section class="stage" aria-label={label} data-testid="sheet" data-page={mine?.number ?? ""}>
      <div class="stage-host" ref={host} />
      {view !== null && <SheetNotice view={view} message={message} />}
      {sheet.value !== null && !readOnly && <ZoomButtons sheet={sheet.value} />}
    </section>
  );
}
