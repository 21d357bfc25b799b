import { useState } from "preact/hooks";
import type { PacketPage } from "../../meeting/packet.ts";
import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import type { Collected } from "./collected_door.ts";
import { linesOf } from "./lines_of.ts";
import { csvOf, textOf } from "./table.ts";

interface CollectedOutProps {
  all: Collected;
  packet: readonly PacketPage[];
  title: string;
}

/** What was collected, taken along: as text, or as a table for a spreadsheet. */
export function CollectedOut({ all, packet, title }: CollectedOutProps) {
  const w = words.value.notes.collected;
  const [said, setSaid] = useState<string | null>(null);
  const lines = linesOf(all, packet);
  if (lines.length === 0) return null;
  return (
    <div class="row end wrap">
      <span class="quiet small grow" role="status">
        {said}
      </span>
      <button
        type="button"
        class="button"
        data-testid="collected-copy"
        onClick={() => {
          const text = textOf(lines, words.value.common.page);
          copy(text).then(
            () => setSaid(w.copied),
            () => setSaid(w.notCopied),
          );
        }}
      >
        <Icon name="copy" /> {w.copy}
      </button>
      <button
        type="button"
        class="button"
        data-testid="collected-save"
        onClick={() => save(csvOf(w.columns, lines), `${w.file} ${title}.csv`)}
      >
        {w.save}
      </button>
    </div>
  );
}

/** Browsers give the clipboard's own door only to secure pages; a LAN's http has the old one. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  // Inside the dialog: beside it the browser would give no focus, and nothing would be copied.
  (document.activeElement?.parentElement ?? document.body).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("the browser did not copy");
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|]/gu, " ");
  link.click();
  // The browser has its own hold on the bytes once the click is through.
  setTimeout(() => URL.revokeObjectURL(address));
}
