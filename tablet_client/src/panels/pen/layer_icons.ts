import type { StreamName } from "../../protocol/messages.ts";
import type { IconName } from "../parts/icon_paths.ts";

/** A lock for what nobody else sees, people for what all see, a tray for what is handed in. */
export const LAYER_ICONS: Readonly<Record<StreamName, IconName>> = {
  notes: "lock",
  meeting: "people",
  collected: "handIn",
};
