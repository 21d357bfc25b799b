import type { InkDesk } from "../../ink/desk.ts";
import { LAYERS } from "../../ink/layers.ts";
import type { StreamName } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { LAYER_ICONS } from "./layer_icons.ts";

/** On which layer one writes, and which of them are to be seen. */
export function LayersPanel({ ink, onClose }: { ink: InkDesk; onClose: () => void }) {
  const w = words.value.pen;
  return (
    <Dialog title={w.layersTitle} onClose={onClose} testid="layers">
      <ul class="pen-layers pen-aside">
        {LAYERS.map((stream) => (
          <LayerRow key={stream} ink={ink} stream={stream} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  );
}

interface LayerRowProps {
  ink: InkDesk;
  stream: StreamName;
  onClose: () => void;
}

function LayerRow({ ink, stream, onClose }: LayerRowProps) {
  const w = words.value.pen;
  const { layers } = ink;
  const closed = stream === "meeting" && !layers.mayShare.value;
  const hidden = layers.hidden.value.has(stream);
  return (
    <li class="pen-layer-row">
      <button
        type="button"
        class={`pen-layer ${stream}`}
        aria-pressed={layers.now.value === stream}
        disabled={closed}
        data-testid={`layer-${stream}`}
        onClick={() => {
          layers.wished.value = stream;
          layers.hide(stream, false);
          onClose();
        }}
      >
        <Icon name={LAYER_ICONS[stream]} />
        <span class="grow">
          <strong>{w.layerNames[stream]}</strong>
          <span class="quiet small">{closed ? w.mayNotShare : w.layerHints[stream]}</span>
        </span>
        {layers.now.value === stream && <Icon name="check" />}
      </button>
      <button
        type="button"
        class="pen-eye"
        aria-pressed={!hidden}
        data-testid={`show-${stream}`}
        onClick={() => layers.hide(stream, !hidden)}
      >
        <Icon name={hidden ? "eyeOff" : "eye"} />
        <span class="unseen">{w.show(w.layerNames[stream])}</span>
        <span>{hidden ? w.hidden : w.shown}</span>
      </button>
    </li>
  );
}
