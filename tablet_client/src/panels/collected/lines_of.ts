import { findPage, type PacketPage } from "../../meeting/packet.ts";
import type { PageRef } from "../../protocol/messages.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { words } from "../../words/words.ts";
import { shortName } from "../room/packet_spans.ts";
import type { Collected, WrittenPage } from "./collected_door.ts";
import { namesOf, saidOf } from "./people.ts";
import type { TableLine } from "./table.ts";

/** A page with what was collected on it, where it stands in the packet. */
export interface PlacedPage {
  readonly written: WrittenPage;
  readonly entry: PacketPage;
}

/** The pages in packet order; those of former versions are behind us and left out. */
export function placedPages(
  { pages }: Collected,
  packet: readonly PacketPage[],
): readonly PlacedPage[] {
  return pages
    .flatMap((written) => {
      const entry = findPage(packet, written);
      return entry === null ? [] : [{ written, entry }];
    })
    .sort((one, other) => one.entry.number - other.entry.number);
}

/** Everything written with the keyboard, in packet order, for a table or as text. */
export function linesOf(all: Collected, packet: readonly PacketPage[]): readonly TableLine[] {
  const w = words.value.notes.collected;
  const names = namesOf(all);
  return placedPages(all, packet).flatMap(({ entry }) =>
    all.words.filter(isOn(entry.page)).map((each) => ({
      page: entry.number,
      item: entry.item.title,
      document: shortName(entry.document.name),
      who: names.get(each.writer) ?? "",
      kind: w.kinds[each.tool] ?? each.tool,
      text: saidOf(each),
    })),
  );
}

/** Whether something was written on this page. */
export function isOn(page: PageRef): (written: PageRef) => boolean {
  const key = pageKey(page);
  return (written) => pageKey(written) === key;
}
