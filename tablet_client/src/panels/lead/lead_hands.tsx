import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { Visit } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import type { IconName } from "../parts/icon_paths.ts";
import type { Lectern } from "./lectern.ts";
import { PointerDialog } from "./pointer_dialog.tsx";
import { PointerSign } from "./pointer_sign.tsx";

/** What a presenter reaches for without looking: pointer, pen, enlarge, black. */
export function LeadHands({ visit, lectern }: { visit: Visit; lectern: Lectern }) {
  const w = words.value.together;
  const { room, ink } = visit;
  const [styling, setStyling] = useState(false);
  const state = room.state.value;
  const isPointing = ink.tool.value === "pointer";
  const isNear = (lectern.sheet.value?.zoom.value ?? 1) > 1;
  const isEnlarged = state?.region !== null && state?.region !== undefined;
  const isDark = state?.dark === true;
  return (
    <div class="lead-hands" role="toolbar" aria-label={w.hands}>
      <span class="lead-hand-pair">
        <Hand
          icon="pointer"
          name={w.pointer}
          hint={w.pointerHint}
          testid="tool-pointer"
          isOn={isPointing}
          onPress={() => lectern.pointer()}
        />
        {isPointing && (
          <button
            type="button"
            class="lead-hand-more"
            aria-label={w.pointerLook}
            title={w.pointerLook}
            aria-expanded={styling}
            data-testid="pointer-look"
            onClick={() => setStyling(true)}
          >
            <PointerSign look={ink.pointerLook.value} />
          </button>
        )}
      </span>
      <Hand
        icon="pen"
        name={w.write}
        testid="lead-write"
        isOn={lectern.writing.value}
        onPress={() => lectern.write()}
      />
      <Hand
        icon={isEnlarged ? "wholePage" : "frame"}
        name={isEnlarged ? w.whole : w.enlarge}
        hint={isEnlarged ? w.wholeHint : isNear ? w.enlargeSeen : w.enlargePick}
        testid="enlarge"
        isOn={isEnlarged || lectern.framing.value}
        isRenamed
        onPress={() => lectern.enlarge()}
      />
      <Hand
        icon="dark"
        name={isDark ? w.lighten : w.darken}
        hint={w.darkenHint}
        testid="darken"
        isOn={isDark}
        isRenamed
        onPress={() => lectern.darken()}
      />
      {styling && <PointerDialog ink={ink} onClose={() => setStyling(false)} />}
    </div>
  );
}

interface HandProps {
  icon: IconName;
  name: string;
  hint?: string;
  testid: string;
  isOn: boolean;
  /** Its name says already what a press will do: then it is not a toggle too. */
  isRenamed?: boolean;
  onPress: () => void;
}

function Hand({ icon, name, hint, testid, isOn, isRenamed = false, onPress }: HandProps) {
  return (
    <button
      type="button"
      class={isOn ? "lead-hand on" : "lead-hand"}
      aria-pressed={isRenamed ? undefined : isOn}
      title={hint}
      data-testid={testid}
      onClick={onPress}
    >
      <Icon name={icon} />
      <span>{name}</span>
    </button>
  );
}
