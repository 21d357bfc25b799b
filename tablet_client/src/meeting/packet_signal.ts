import { computed, type ReadonlySignal } from "@preact/signals-core";
import type { Snapshot } from "../protocol/messages.ts";
import { type PacketPage, packetOf } from "./packet.ts";

/** The packet, made again only when its sources change: a stroke must not redraw every thumbnail. */
export function packetSignal(
  state: ReadonlySignal<Snapshot | null>,
): ReadonlySignal<readonly PacketPage[]> {
  const items = computed(() => state.value?.items ?? []);
  const documents = computed(() => state.value?.documents ?? []);
  const progress = computed(() => state.value?.progress ?? {});
  const veils = computed(() => state.value?.veils ?? {});
  return computed(() =>
    packetOf({
      items: items.value,
      documents: documents.value,
      progress: progress.value,
      veils: veils.value,
    }),
  );
}
