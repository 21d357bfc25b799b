import { useEffect, useRef, useState } from "preact/hooks";
import type { Reader } from "../../reading/reader.ts";
import { findLater } from "./find_later.ts";

/** Time for the page to come first. */
const FETCH_AHEAD_MS = 3_000;

/** Whether the search is open, and the ways to open and close it. */
export interface Finding {
  open: boolean;
  /** Counts up whenever the field is to have the focus. */
  summons: number;
  show(): void;
  hide(): void;
}

/** The search of a room: Ctrl+F or "/" opens it, F3 walks on, and closing gives the focus back. */
export function useFind(reader: Reader): Finding {
  const [summons, setSummons] = useState(0);
  const [open, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  const last = useRef("");
  const now = useRef(open);
  now.current = open;

  const show = () => {
    if (!now.current) {
      before.current = document.activeElement;
      reader.search.look(last.current, false);
    }
    setOpen(true);
    setSummons((was) => was + 1);
  };
  const hide = () => {
    last.current = reader.search.query.peek().text;
    reader.search.clear();
    setOpen(false);
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
      if (event.key === "F3") {
        if (now.current) reader.hits.step(event.shiftKey ? -1 : 1);
        else show();
      } else if (opens(event)) show();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [reader]);
  useEffect(() => {
    const timer = setTimeout(() => void findLater.fetch().catch(() => undefined), FETCH_AHEAD_MS);
    return () => {
      clearTimeout(timer);
      reader.search.clear();
    };
  }, [reader]);
  return { open, summons, show, hide };
}

/** By the key's place: with a Korean layout its letter is another. */
function opens(event: KeyboardEvent): boolean {
  if (event.altKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return event.code === "KeyF" && !event.shiftKey;
  if (event.key !== "/") return false;
  const { target } = event;
  return !(target instanceof Element && target.closest("input, textarea, select") !== null);
}
