/** Pages as people write them: [3, 4, 5, 9] is "3–5, 9"; in order, cut off after `most` parts. */
export function pageRanges(pages: readonly number[], most = 12): string {
  const parts: [number, number][] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last !== undefined && page <= last[1] + 1) last[1] = page;
    else parts.push([page, page]);
  }
  const shown = parts
    .slice(0, most)
    .map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return parts.length > most ? `${shown.join(", ")} …` : shown.join(", ");
}
