import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import { halfOf, regionBetween } from "../together/placed_box.ts";
import type { Lectern } from "./lectern.ts";

interface At {
  readonly x: number;
  readonly y: number;
}

/** Over the page while the part to enlarge is picked: drawn with a finger, or a half at a press. */
export function Framing({ lectern }: { lectern: Lectern }) {
  return lectern.framing.value ? <FramingSheet lectern={lectern} /> : null;
}

function FramingSheet({ lectern }: { lectern: Lectern }) {
  const w = words.value.together;
  const [drag, setDrag] = useState<{ from: At; to: At } | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const placement = lectern.sheet.value?.placement.value ?? null;
  if (placement === null) return null;
  const at = (event: PointerEvent): At => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  return (
    <div class="framing" data-testid="framing">
      <div
        class="framing-glass"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: at(event), to: at(event) });
        }}
        onPointerMove={(event) => drag !== null && setDrag({ from: drag.from, to: at(event) })}
        onPointerCancel={() => setDrag(null)}
        onPointerUp={(event) => {
          const region = drag === null ? null : regionBetween(drag.from, at(event), placement);
          setDrag(null);
          if (region !== null) lectern.show(region);
        }}
      >
        {drag !== null && <span class="framing-drawn" style={between(drag.from, drag.to)} />}
      </div>
      <div class="framing-bar">
        <p class="grow">{w.frameTitle}</p>
        <button
          ref={first}
          type="button"
          class="button"
          data-testid="frame-upper"
          onClick={() => lectern.show(halfOf(placement, "upper"))}
        >
          {w.frameUpper}
        </button>
        <button
          type="button"
          class="button"
          data-testid="frame-lower"
          onClick={() => lectern.show(halfOf(placement, "lower"))}
        >
          {w.frameLower}
        </button>
        <button
          type="button"
          class="button plain"
          data-testid="frame-stop"
          onClick={() => lectern.stopFraming()}
        >
          {w.frameStop}
        </button>
      </div>
    </div>
  );
}

function between(one: At, other: At) {
  return {
    left: `${Math.min(one.x, other.x)}px`,
    top: `${Math.min(one.y, other.y)}px`,
    width: `${Math.abs(one.x - other.x)}px`,
    height: `${Math.abs(one.y - other.y)}px`,
  };
}
