import { useEffect, useMemo } from "preact/hooks";
import type { Room } from "../../meeting/room.ts";
import { words } from "../../words/words.ts";
import { endedWords } from "../room/ended_words.ts";
import { Renewal } from "./renewal.ts";

/** Where this window keeps when it last tried a new client. */
const RENEWED = "hanjang.wall.renewed";

/** Keeps a wall at the service's newest client for as long as it hangs. */
export function useRenewal(room: Room): void {
  const renewal = useMemo(() => new Renewal(inBrowser()), []);
  const ended = room.ended.value;
  useEffect(() => {
    renewal.start();
    return () => renewal.stop();
  }, [renewal]);
  useEffect(() => renewal.follow(room.link), [renewal, room]);
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
    clock: () => Date.now(),
    renewedAt: {
      get: () => Number(sessionStorage.getItem(RENEWED) ?? Number.NEGATIVE_INFINITY),
      set: (at: number) => sessionStorage.setItem(RENEWED, String(at)),
    },
    later: (milliseconds: number, act: () => void) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
