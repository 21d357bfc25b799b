import { useEffect, useState } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import { keepChoice, keptChoice } from "../parts/kept_choice.ts";

/** How the width is shared between the presenter's page and one's own. */
export type Split = "even" | "theirs" | "mine";

const IS_ON = "hanjang.panes";
const SPLIT = "hanjang.panes.split";

/** Two pages side by side on this tablet, as it was left the last time. */
export interface Panes {
  readonly isOn: boolean;
  readonly split: Split;
  open(): void;
  merge(): void;
  share(split: Split): void;
}

/** The panes of a room; `fits` says whether there is width for two pages. */
export function usePanes(room: Room, fits: boolean): Panes {
  const [split, setSplit] = useState(() =>
    keptChoice(SPLIT, ["even", "theirs", "mine"] as const, "even"),
  );
  const wished = keptChoice(IS_ON, ["on", "off"] as const, "off") === "on";
  useEffect(() => {
    if (fits && wished) room.beside.open();
  }, [room, fits, wished]);
  return {
    isOn: fits && room.beside.isOn.value,
    split,
    open() {
      keepChoice(IS_ON, "on");
      room.beside.open();
    },
    merge() {
      keepChoice(IS_ON, "off");
      room.beside.close();
    },
    share(next) {
      keepChoice(SPLIT, next);
      setSplit(next);
    },
  };
}
