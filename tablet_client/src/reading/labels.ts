import type { PacketPage } from "../meeting/packet.ts";
import type { Contents } from "./answers.ts";

/** What is printed on a page as its number; null when it is only the page's count. */
export function labelOf(contents: Contents | null, page: number): string | null {
  if (contents === null || !says(contents.labels)) return null;
  return contents.labels[page - 1]?.trim() || null;
}

/** The pages that carry this label, those of the document in hand first, the rest in order. */
export function pagesLabelled(
  typed: string,
  packet: readonly PacketPage[],
  contentsOf: (page: PacketPage) => Contents | null,
  inHand: string | null,
): readonly PacketPage[] {
  const wanted = folded(typed);
  if (wanted === "") return [];
  const fitting = packet.filter((each) => {
    const label = labelOf(contentsOf(each), each.page.page);
    return label !== null && folded(label) === wanted;
  });
  const isMine = (each: PacketPage) => each.page.document_id === inHand;
  return [...fitting.filter(isMine), ...fitting.filter((each) => !isMine(each))];
}

/** Labels that only count 1, 2, 3 say nothing the count does not. */
function says(labels: readonly string[]): boolean {
  return labels.some((label, index) => label.trim() !== String(index + 1));
}

const folded = (label: string) => label.normalize("NFKC").trim().toLowerCase();
