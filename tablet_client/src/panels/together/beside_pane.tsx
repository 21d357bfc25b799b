import { useEffect, useRef } from "preact/hooks";
import { findPage } from "../../meeting/packet.ts";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { DarkSheet } from "./dark_sheet.tsx";

/** The presenter's page, to look at: it turns by itself, and nothing on it is touched. */
export function BesidePane({ visit }: { visit: Visit }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return;
    const mounted = visit.mountBeside(host.current, { readOnly: true, background: "transparent" });
    return () => mounted.dispose();
  }, [visit]);
  const { room } = visit;
  const theirs = findPage(room.packet.value, room.beside.page.value);
  return (
    <section
      class="stage"
      aria-label={theirs === null ? "" : words.value.together.paneTheirs(theirs.number)}
      data-testid="beside"
      data-page={theirs?.number ?? ""}
    >
      <div class="beside-host" ref={host} />
      <DarkSheet room={room} isBeside />
    </section>
  );
}
