import { useEffect, useMemo } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { endedWords } from "../room/ended_words.ts";
import { Renewal } from "./renewal.ts";

/** Keeps a wall at the service's newest client for as long as it hangs. */
export function useRenewal(room: Room): void {
  const renewal = useMemo(() => new Renewal(inBrowser()), []);
  const link = room.link.value;
  const ended = room.ended.value;
  useEffect(() => {
    renewal.start();
    return () => renewal.stop();
  }, [renewal]);
  useEffect(() => {
    if (link === "live") void renewal.look();
  }, [renewal, link]);
  useEffect(() => {
    if (ended !== null && endedWords(ended, words.value.ended).reload) renewal.giveUp();
  }, [renewal, ended]);
}

function inBrowser() {
  const running = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return {
    fetchStart: async () => {
      const answer = await fetch("/", { cache: "no-store" });
      if (!answer.ok) throw new Error(`the start page answers ${answer.status}`);
      return answer.text();
    },
    script: running === null ? "" : new URL(running.src).pathname,
    reload: () => location.reload(),
    later: (milliseconds: number, act: () => void) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
