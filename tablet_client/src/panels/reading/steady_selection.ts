/**
 * Keeps a selection from leaping while it is dragged over the air between the words.
 *
 * Words that lie apart leave browsers guessing which is meant by a place between them, and
 * some then select all to the page's end. A sheet under the words that cannot be selected,
 * put beside the word last reached, holds the selection there. The returned function stops it.
 */
export function steadySelection(layer: HTMLElement, lines: HTMLElement): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const sheet = document.createElement("div");
  sheet.className = "text-under";
  sheet.setAttribute("aria-hidden", "true");
  let before: Range | null = null;
  const lay = () => {
    lines.append(sheet);
    before = null;
  };
  layer.addEventListener("pointerdown", lay, { signal });
  for (const type of ["pointerup", "pointercancel", "blur"]) {
    addEventListener(type, () => sheet.remove(), { signal });
  }
  document.addEventListener(
    "selectionchange",
    () => {
      const selection = document.getSelection();
      if (selection === null || selection.rangeCount === 0 || !sheet.isConnected) return;
      const range = selection.getRangeAt(0);
      if (!lines.contains(range.commonAncestorContainer)) return;
      const fromStart =
        before !== null &&
        range.compareBoundaryPoints(Range.END_TO_END, before) === 0 &&
        range.compareBoundaryPoints(Range.START_TO_START, before) !== 0;
      before = range.cloneRange();
      const moving = fromStart ? range.startContainer : range.endContainer;
      const word = moving instanceof Element ? moving : moving.parentElement;
      if (word === null || word.parentElement === null || !lines.contains(word)) return;
      if (word === lines || word === sheet) return;
      word.parentElement.insertBefore(sheet, fromStart ? word : word.nextSibling);
    },
    { signal },
  );
  return () => {
    stop.abort();
    sheet.remove();
  };
}
