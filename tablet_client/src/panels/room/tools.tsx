import { useState } from "preact/hooks";
import { type HandTool, INKS, type InkDesk } from "../../ink/desk.ts";
import type { Reader } from "../../reading/reader.ts";
import { words } from "../../words/words.ts";
import { IconButton } from "../parts/icon_button.tsx";
import type { IconName } from "../parts/icon_paths.ts";
import { PHONE, useMedia } from "../parts/use_media.ts";
import { LayerButton } from "../pen/layer_button.tsx";
import { MorePanel } from "../pen/more_panel.tsx";
import { useUndoKeys } from "../pen/use_undo_keys.ts";

const ICONS: Record<HandTool, IconName> = {
  hand: "hand",
  pen: "pen",
  highlighter: "highlighter",
  eraser: "eraser",
  pointer: "pointer",
  lasso: "lasso",
  note: "textNote",
  stamp: "stamp",
};

/** Those that have no place of their own: the one in hand stands before the button for more. */
const SELDOM: readonly HandTool[] = ["lasso", "note", "stamp"];

interface ToolsProps {
  ink: InkDesk;
  reader: Reader;
  pointer: boolean;
}

/** The hand's tools beside the page; `pointer` only for whoever leads. */
export function Tools({ ink, reader, pointer }: ToolsProps) {
  const w = words.value.tools;
  const { pen } = words.value;
  const [more, setMore] = useState(false);
  const phone = useMedia(PHONE);
  useUndoKeys(ink);
  const selecting = reader.selecting.value;
  const chosen = selecting ? null : ink.tool.value;
  const names = { ...w, ...pen.tools, stamp: pen.stampOf(pen.stamps[ink.words.stamp.value]) };
  const tools: HandTool[] = ["hand", "pen", "highlighter", "eraser"];
  if (pointer) tools.push("pointer");
  const seldom = chosen !== null && SELDOM.includes(chosen) ? chosen : null;
  // A telephone's row is full: there the button for more shows what it gave.
  if (seldom !== null && !phone) tools.push(seldom);
  return (
    <div class="tools" role="toolbar" aria-label={w.title}>
      {tools.map((tool) => (
        <IconButton
          key={tool}
          icon={ICONS[tool]}
          label={names[tool]}
          aria-pressed={chosen === tool}
          data-testid={SELDOM.includes(tool) ? "tool-seldom" : `tool-${tool}`}
          onClick={() => {
            reader.selecting.value = false;
            ink.take(tool);
          }}
        />
      ))}
      <IconButton
        icon={phone && seldom !== null ? ICONS[seldom] : "more"}
        label={phone && seldom !== null ? `${names[seldom]}. ${pen.more}` : pen.more}
        aria-haspopup="dialog"
        aria-pressed={phone && seldom !== null ? true : undefined}
        data-testid="tools-more"
        onClick={() => setMore(true)}
      />
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
      <LayerButton ink={ink} />
      {more && <MorePanel ink={ink} reader={reader} onClose={() => setMore(false)} />}
    </div>
  );
}

/** The colours of the tool in hand, each by its name too: hue alone tells not everybody apart. */
function Inks({ ink }: { ink: InkDesk }) {
  const w = words.value.tools;
  const inks = INKS[ink.tool.value];
  // A note's colours stand at its field.
  if (inks === undefined || ink.tool.value === "note") return null;
  return (
    <fieldset class="inks" aria-label={w.colour}>
      {inks.map((colour) => (
        <button
          key={colour}
          type="button"
          class={`ink ${colour}`}
          aria-pressed={ink.colour.value === colour}
          data-testid={`ink-${colour}`}
          onClick={() => {
            ink.colour.value = colour;
          }}
        >
          <span class="ink-name">{w.colours[colour]}</span>
        </button>
      ))}
    </fieldset>
  );
}
