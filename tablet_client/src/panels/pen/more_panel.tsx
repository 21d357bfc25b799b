import { INKS, type InkDesk } from "../../ink/desk.ts";
import type { Weight } from "../../ink/outline.ts";
import type { StampWord } from "../../ink/wording.ts";
import type { Reader } from "../../reading/reader.ts";
import { words } from "../../words/words.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import type { IconName } from "../parts/icon_paths.ts";
import { Switch } from "../parts/switch.tsx";

const STAMPS: readonly StampWord[] = ["agree", "seen", "object"];
const WEIGHTS: readonly Weight[] = ["thin", "medium", "thick"];

interface MorePanelProps {
  ink: InkDesk;
  reader: Reader;
  onClose: () => void;
}

/** What is needed now and then: notes, stamps, the lasso, how thick lines are, whether fingers write. */
export function MorePanel({ ink, reader, onClose }: MorePanelProps) {
  const w = words.value;
  const take = (act: () => void) => () => {
    reader.selecting.value = false;
    act();
    onClose();
  };
  return (
    <Dialog title={w.pen.moreTitle} onClose={onClose} testid="pen-more">
      <div class="pen-more pen-aside">
        <div class="pen-tools">
          <Choose
            icon="textNote"
            name={w.pen.tools.note}
            hint={w.pen.toolHints.note}
            testid="tool-note"
            onClick={take(() => ink.take("note"))}
          />
          <Choose
            icon="lasso"
            name={w.pen.tools.lasso}
            hint={w.pen.toolHints.lasso}
            testid="tool-lasso"
            onClick={take(() => ink.take("lasso"))}
          />
          <Choose
            icon="select"
            name={w.tools.select}
            testid="tool-select"
            onClick={() => {
              // What selects moves the page too, and must not leave ink.
              ink.take("hand");
              reader.selecting.value = true;
              onClose();
            }}
          />
        </div>
        <fieldset class="pen-choice">
          <legend>{w.pen.stampsTitle}</legend>
          <div class="pen-options">
            {STAMPS.map((stamp) => (
              <button
                key={stamp}
                type="button"
                class={`pen-stamp ${stamp}`}
                aria-label={w.pen.stampOf(w.pen.stamps[stamp])}
                data-testid={`stamp-${stamp}`}
                onClick={take(() => {
                  ink.words.stamp.value = stamp;
                  ink.take("stamp");
                })}
              >
                {w.pen.stamps[stamp]}
              </button>
            ))}
          </div>
        </fieldset>
        <fieldset class="pen-choice">
          <legend>{w.pen.weight}</legend>
          <div class="pen-options">
            {WEIGHTS.map((weight) => (
              <button
                key={weight}
                type="button"
                class={`pen-weight ${weight}`}
                aria-pressed={ink.weight.value === weight}
                data-testid={`weight-${weight}`}
                onClick={() => {
                  ink.weight.value = weight;
                  if (INKS[ink.tool.value] === undefined) ink.take("pen");
                }}
              >
                <span class="pen-line" aria-hidden="true" />
                {w.pen.weights[weight]}
              </button>
            ))}
          </div>
        </fieldset>
        <Switch
          label={w.pen.fingers}
          hint={w.pen.fingersHint}
          checked={ink.fingers.write.value}
          testid="fingers-write"
          onChange={(write) => ink.fingers.choose(write)}
        />
      </div>
    </Dialog>
  );
}

interface ChooseProps {
  icon: IconName;
  name: string;
  hint?: string;
  testid: string;
  onClick: () => void;
}

function Choose({ icon, name, hint, testid, onClick }: ChooseProps) {
  return (
    <button type="button" class="pen-tool" data-testid={testid} onClick={onClick}>
      <Icon name={icon} />
      <span class="grow">
        <strong>{name}</strong>
        {hint !== undefined && <span class="quiet small">{hint}</span>}
      </span>
    </button>
  );
}
