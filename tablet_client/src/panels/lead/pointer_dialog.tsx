import type { InkDesk } from "../../ink/desk.ts";
import type { PointerLook } from "../../ink/pointer_look.ts";
import { words } from "../../words/words.ts";
import { Dialog } from "../parts/dialog.tsx";
import { COLOURS, keepPointer, SHAPES, SIZES } from "./pointer_kept.ts";
import { PointerSign } from "./pointer_sign.tsx";

/** How the pointer looks: shape, size and colour, each shown as it is. */
export function PointerDialog({ ink, onClose }: { ink: InkDesk; onClose: () => void }) {
  const w = words.value;
  const look = ink.pointerLook.value;
  const choose = (change: Partial<PointerLook>) => {
    ink.pointerLook.value = { ...look, ...change };
    keepPointer(ink.pointerLook.value);
  };
  return (
    <Dialog title={w.together.pointerLook} testid="pointer-settings" onClose={onClose}>
      <p class="quiet small">{w.together.pointerHint}</p>
      <Row
        name={w.together.shape}
        options={SHAPES.map((shape) => ({ shape }))}
        nameOf={({ shape }) => w.together.shapes[shape]}
        look={look}
        onChoose={choose}
      />
      <Row
        name={w.together.size}
        options={SIZES.map((size) => ({ size }))}
        nameOf={({ size }) => w.together.sizes[size]}
        look={look}
        onChoose={choose}
      />
      <Row
        name={w.together.colour}
        options={COLOURS.map((colour) => ({ colour }))}
        nameOf={({ colour }) => w.tools.colours[colour]}
        look={look}
        onChoose={choose}
      />
    </Dialog>
  );
}

interface RowProps<T extends Partial<PointerLook>> {
  name: string;
  options: readonly T[];
  nameOf: (option: T) => string;
  look: PointerLook;
  onChoose: (option: T) => void;
}

function Row<T extends Partial<PointerLook>>({
  name,
  options,
  nameOf,
  look,
  onChoose,
}: RowProps<T>) {
  return (
    <fieldset class="pointer-row">
      <legend>{name}</legend>
      {options.map((option) => {
        const [part] = Object.entries(option);
        const isChosen = part !== undefined && look[part[0] as keyof PointerLook] === part[1];
        return (
          <button
            key={part?.[1]}
            type="button"
            class="pointer-choice"
            aria-pressed={isChosen}
            data-testid={`pointer-${part?.[1]}`}
            onClick={() => onChoose(option)}
          >
            <PointerSign look={{ ...look, ...option }} />
            <span>{nameOf(option)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
