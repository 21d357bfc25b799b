import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Region } from "../../protocol/messages.ts";
import type { Visit } from "../doors.ts";
import type { MountedSheet } from "../sheet_door.ts";

/** What the presenter's hands do besides turning pages; each is a button, a key and a clicker's. */
export interface Lectern {
  /** The stage, once it stands. */
  readonly sheet: Signal<MountedSheet | null>;
  /** Whether the part to enlarge is being picked. */
  readonly framing: ReadonlySignal<boolean>;
  /** Whether the pens lie ready. */
  readonly writing: ReadonlySignal<boolean>;
  pointer(): void;
  write(): void;
  /** Shows everyone what is seen here, lets a part be picked, or shows the whole page again. */
  enlarge(): void;
  /** Everyone sees this part of the page. */
  show(region: Region | null): void;
  stopFraming(): void;
  darken(): void;
  /** Ends what is special, one thing at a time; whether there was anything. */
  end(): boolean;
}

/** The lectern of a seat that leads. */
export function openLectern({ room, ink }: Pick<Visit, "room" | "ink">): Lectern {
  const sheet = signal<MountedSheet | null>(null);
  const framing = signal(false);
  const writing = signal(false);
  const show = (region: Region | null) => {
    framing.value = false;
    const page = room.shown.peek();
    if (page !== null) void room.ask({ type: "TurnPage", page, region });
  };
  /** What was asked last and has no answer yet: two presses in a row undo each other. */
  let wished: boolean | null = null;
  const isDark = () => wished ?? room.state.peek()?.dark === true;
  const darken = async (dark: boolean) => {
    wished = dark;
    await room.ask({ type: "Darken", dark });
    if (wished === dark) wished = null;
  };
  const drop = () => {
    writing.value = false;
    ink.take("hand");
  };
  return {
    sheet,
    framing,
    writing,
    pointer() {
      const isUp = ink.tool.value === "pointer";
      drop();
      if (!isUp) ink.take("pointer");
    },
    write() {
      if (writing.value) return drop();
      writing.value = true;
      ink.take("pen");
    },
    enlarge() {
      if (room.state.peek()?.region) return show(null);
      const seen =
        sheet.value !== null && sheet.value.zoom.value > 1 ? sheet.value.inSight() : null;
      if (seen !== null) show(seen);
      else framing.value = !framing.value;
    },
    show,
    stopFraming() {
      framing.value = false;
    },
    darken() {
      void darken(!isDark());
    },
    end() {
      const state = room.state.peek();
      if (framing.value) framing.value = false;
      else if (ink.tool.value !== "hand") drop();
      else if (isDark()) void darken(false);
      else if (state?.region) show(null);
      else return false;
      return true;
    },
  };
}
