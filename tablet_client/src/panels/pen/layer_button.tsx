import { useState } from "preact/hooks";
import type { InkDesk } from "../../ink/desk.ts";
import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import { LAYER_ICONS } from "./layer_icons.ts";
import { LayersPanel } from "./layers_panel.tsx";

/** Whose eyes what I write is for, always in sight; pressing it changes that. */
export function LayerButton({ ink }: { ink: InkDesk }) {
  const w = words.value.pen;
  const [open, setOpen] = useState(false);
  const layer = ink.layers.now.value;
  const name = w.layer(w.layerNames[layer]);
  return (
    <>
      <button
        type="button"
        class={`layer ${layer}`}
        data-testid="layer"
        data-layer={layer}
        aria-haspopup="dialog"
        aria-label={name}
        title={name}
        onClick={() => setOpen(true)}
      >
        <Icon name={LAYER_ICONS[layer]} />
        <span>{w.layers[layer]}</span>
      </button>
      {open && <LayersPanel ink={ink} onClose={() => setOpen(false)} />}
    </>
  );
}
