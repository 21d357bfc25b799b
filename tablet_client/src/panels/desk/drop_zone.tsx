import type { Signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Item } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import type { DeskAt } from "./desk_screen.tsx";
import { placeFile } from "./place_files.ts";
import { useFileDrop } from "./use_file_drop.ts";

interface DropZoneProps {
  at: DeskAt;
  items: readonly Item[];
  lastUsed: Signal<string | null>;
}

/** One place for all files of the meeting: each goes to the item its name fits, and it is said. */
export function DropZone({ at, items, lastUsed }: DropZoneProps) {
  const w = words.value.desk;
  const [said, setSaid] = useState<readonly string[]>([]);
  const place = (files: readonly File[]) => setSaid(placeAll(files, items, lastUsed, at));
  const { over, handlers } = useFileDrop(place);
  if (items.length === 0) return null;
  return (
    <section class="drop">
      <label class={over ? "drop-zone over" : "drop-zone"} {...handlers}>
        <span>
          {w.drop} <span class="drop-pick">{w.pick}</span> — {w.dropAfter}
        </span>
        <input
          class="unseen"
          type="file"
          multiple
          accept="application/pdf,.pdf"
          data-testid="upload-input"
          onChange={(event) => {
            place([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
      </label>
      <div role="status">
        {said.map((line) => (
          <p key={line} class="small quiet">
            {line}
          </p>
        ))}
      </div>
    </section>
  );
}

/** Sends every file to its item and says in at most two sentences what went where. */
function placeAll(
  files: readonly File[],
  items: readonly Item[],
  lastUsed: Signal<string | null>,
  at: DeskAt,
): readonly string[] {
  const w = words.value.desk;
  const matched = new Map<string, File[]>();
  const rest: File[] = [];
  let restItem: string | null = null;
  for (const file of files) {
    const placed = placeFile(file.name, items, lastUsed.value);
    if (placed === null) continue;
    if (!placed.matched) {
      rest.push(file);
      restItem = placed.itemId;
    } else matched.set(placed.itemId, [...(matched.get(placed.itemId) ?? []), file]);
  }
  for (const [itemId, group] of matched) at.uploads.add(itemId, group);
  if (restItem !== null) at.uploads.add(restItem, rest);
  lastUsed.value = restItem ?? [...matched.keys()].at(-1) ?? lastUsed.value;

  const titleOf = (itemId: string) => items.find((item) => item.item_id === itemId)?.title ?? "";
  const said: string[] = [];
  const found = [...matched.values()].flat();
  const [only] = found;
  const [place] = matched.keys();
  if (found.length === 1 && only !== undefined && place !== undefined) {
    said.push(w.placed(only.name, titleOf(place)));
  } else if (found.length > 1) said.push(w.placedMany(found.length, matched.size));
  if (restItem !== null) said.push(w.unmatched(rest.length, titleOf(restItem)));
  return said;
}
