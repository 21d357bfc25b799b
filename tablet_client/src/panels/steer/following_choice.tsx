import { useId } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import type { Following } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";

const MODES: readonly Following[] = ["suggest", "follow", "hold"];

/** How tablets go along with turns: one of three, each with what it means. */
export function FollowingChoice({ room }: { room: Room }) {
  const w = words.value.steer;
  const group = useId();
  const chosen = room.state.value?.following;
  return (
    <fieldset class="steer-card following-choice" data-testid="following">
      <legend>{w.following}</legend>
      {MODES.map((mode) => (
        <label key={mode} class="following-option">
          <input
            type="radio"
            name={group}
            value={mode}
            checked={mode === chosen}
            data-testid={`following-${mode}`}
            onChange={() => void room.ask({ type: "SetFollowing", following: mode })}
          />
          <span>
            <span class="following-name">{w.modes[mode]}</span>
            <span class="quiet small">{w.modeHints[mode]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
