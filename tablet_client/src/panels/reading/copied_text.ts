/** The selected words of a page that was laid out: spaces between words, a line feed a line. */
export function copiedText(lines: HTMLElement, selection: Selection | null): string {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  let copied = "";
  for (const span of lines.querySelectorAll<HTMLElement>("span[data-end]")) {
    const node = span.firstChild;
    if (node === null || !range.intersectsNode(node)) continue;
    const whole = node.textContent ?? "";
    const from = range.startContainer === node ? range.startOffset : 0;
    const to = range.endContainer === node ? range.endOffset : whole.length;
    const part = whole.slice(from, to);
    if (part === "") continue;
    const end = to < whole.trimEnd().length ? "" : (span.dataset["end"] ?? "\n");
    copied += part.trimEnd() + end;
  }
  return copied.trim();
}

/** Puts the selected words on the clipboard as plain text; false where the browser forbids it. */
export async function copySelected(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Missing on plain http, which is what a meeting room's network has: the old way, through
    // the `copy` event of the selection.
    return document.execCommand("copy");
  }
}
