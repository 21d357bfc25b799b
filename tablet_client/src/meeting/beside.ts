import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type { PageRef } from "../protocol/messages.ts";
import type { Room, SheetMark } from "./room.ts";

/** The presenter's page beside one's own. */
export interface Beside {
  /** Whether two pages stand side by side: wished for, and there is a page to stand there. */
  readonly isOn: ReadonlySignal<boolean>;
  /** The page everyone is shown; null while there is none this seat may see. */
  readonly page: ReadonlySignal<PageRef | null>;
  /** Its ink, as `Room.ink` has that of one's own page. */
  readonly ink: ReadonlySignal<readonly SheetMark[]>;
  /** From now on one's own page is turned alone, and the presenter's stands beside it. */
  open(): void;
  /** One page again: the presenter's. */
  close(): void;
}

/** What decides about a page beside. */
export interface BesideParts extends Pick<Beside, "page" | "ink"> {
  readonly shown: ReadonlySignal<PageRef | null>;
  readonly following: ReadonlySignal<boolean>;
  /** Whether this tablet is where everyone is, whatever its reader wants. */
  readonly isBound: ReadonlySignal<boolean>;
  readonly readAlone: (page: PageRef) => void;
  readonly rejoin: () => void;
}

/** A page beside, and what keeps one's own page from going along until it is called off. */
export function besideOf(parts: BesideParts): Beside & { watch(): () => void } {
  const { page, ink, shown, following, isBound } = parts;
  const isWished = signal(false);
  const isOn = computed(() => isWished.value && !isBound.value && page.value !== null);
  return {
    isOn,
    page,
    ink,
    open() {
      isWished.value = true;
    },
    close() {
      if (!isWished.value) return;
      isWished.value = false;
      parts.rejoin();
    },
    watch: () =>
      effect(() => {
        const own = shown.value;
        if (isOn.value && following.value && own !== null) untracked(() => parts.readAlone(own));
      }),
  };
}

/** The same meeting for the sheet beside: it shows the presenter's page, and nobody acts on it. */
export function roomBeside(room: Room): Room {
  return {
    ...room,
    shown: room.beside.page,
    ink: room.beside.ink,
    following: signal(true),
    leading: signal(false),
    now: () => room.now(),
    ask: (wish) => room.ask(wish),
    pass: () => undefined,
    hear: (listener) => room.hear(listener),
    show: () => undefined,
    step: () => undefined,
    rejoin: () => undefined,
    dismiss: () => undefined,
    close: () => undefined,
  };
}
