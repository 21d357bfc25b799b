import type { InkDesk } from "../../ink/desk.ts";
import type { Colour } from "../../protocol/messages.ts";
import type { Reader } from "../../reading/reader.ts";
import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import type { IconName } from "../parts/icon_paths.ts";
import { PHONE, useMedia } from "../parts/use_media.ts";

type HandTool = InkDesk["tool"]["value"];

const ICONS: Record<HandTool, IconName> = {
  hand: "hand",
  pen: "pen",
  highlighter: "highlighter",
  eraser: "eraser",
  pointer: "pointer",
};

/** Inks that can be read through paper, and inks that can be read through. */
const INKS: Partial<Record<HandTool, readonly Colour[]>> = {
  pen: ["red", "blue", "black"],
  highlighter: ["yellow", "green", "blue"],
};

interface ToolsProps {
  ink: InkDesk;
  reader: Reader;
  pointer: boolean;
}

/** The hand's tools beside the page; `pointer` only for whoever leads. */
export function Tools({ ink, reader, pointer }: ToolsProps) {
  const w = words.value.tools;
  const selecting = reader.selecting.value;
  // A presenter's telephone has no place for one more: there it is in the menu.
  const hasSelect = !useMedia(PHONE) || !pointer;
  const chosen = selecting ? null : ink.tool.value;
  const tools: HandTool[] = ["hand", "pen", "highlighter", "eraser"];
  if (pointer) tools.push("pointer");
  return (
    <div class="tools" role="toolbar" aria-label={w.title}>
      {tools.map((tool) => (
        <IconButton
          key={tool}
          icon={ICONS[tool]}
          label={w[tool]}
          aria-pressed={chosen === tool}
          data-testid={`tool-${tool}`}
          onClick={() => {
            reader.selecting.value = false;
            take(ink, tool);
          }}
        />
      ))}
      {hasSelect && (
        <IconButton
          icon="select"
          label={w.select}
          aria-pressed={selecting}
          data-testid="tool-select"
          onClick={() => {
            // What selects moves the page too, and must not leave ink.
            take(ink, "hand");
            reader.selecting.value = !selecting;
          }}
        />
      )}
      <Inks ink={ink} />
      <span class="tools-gap" />
      <IconButton
        icon="undo"
        label={w.undo}
        data-testid="undo"
        disabled={!ink.canUndo.value}
        onClick={() => ink.undo()}
      />
      <IconButton
        icon="redo"
        label={w.redo}
        data-testid="redo"
        disabled={!ink.canRedo.value}
        onClick={() => ink.redo()}
      />
      <Layer ink={ink} />
    </div>
  );
}

function take(ink: InkDesk, tool: HandTool): void {
  ink.tool.value = tool;
  const inks = INKS[tool];
  const first = inks?.[0];
  if (first !== undefined && !inks?.includes(ink.colour.value)) ink.colour.value = first;
}

function Inks({ ink }: { ink: InkDesk }) {
  const w = words.value.tools;
  const inks = INKS[ink.tool.value];
  if (inks === undefined) return null;
  return (
    <fieldset class="inks" aria-label={w.colour}>
      {inks.map((colour) => (
        <button
          key={colour}
          type="button"
          class={`ink ${colour}`}
          aria-pressed={ink.colour.value === colour}
          aria-label={w.colours[colour]}
          title={w.colours[colour]}
          data-testid={`ink-${colour}`}
          onClick={() => {
            ink.colour.value = colour;
          }}
        />
      ))}
    </fieldset>
  );
}

function Layer({ ink }: { ink: InkDesk }) {
  const w = words.value.tools;
  const layer = ink.mayShare.value ? ink.layer.value : "notes";
  const content = (
    <>
      <Icon name={layer === "notes" ? "lock" : "people"} />
      <span>{layer === "notes" ? w.notes : w.meeting}</span>
    </>
  );
  if (!ink.mayShare.value) {
    return (
      <span class="layer" data-testid="layer" data-layer={layer} title={w.notesOnly}>
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      class={layer === "meeting" ? "layer shared" : "layer"}
      data-testid="layer"
      data-layer={layer}
      aria-pressed={layer === "meeting"}
      title={layer === "notes" ? w.notesHint : w.meetingHint}
      onClick={() => {
        ink.layer.value = layer === "notes" ? "meeting" : "notes";
      }}
    >
      {content}
    </button>
  );
}
