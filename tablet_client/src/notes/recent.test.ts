import { signal } from "@preact/signals-core";
import { describe, expect, it } from "vitest";
import type { PageRef } from "../protocol/messages.ts";
import { page } from "../testing/a_meeting.ts";
import { openRecent } from "./recent.ts";

/** A reader, and the time that passes for them. */
function aReader(kept: readonly PageRef[] = []) {
  const shown = signal<PageRef | null>(null);
  const waiting = new Set<() => void>();
  const remembered: (readonly PageRef[])[] = [];
  const recent = openRecent({
    shown,
    kept,
    keep: (pages) => remembered.push(pages),
    later: (_milliseconds, act) => {
      waiting.add(act);
      return () => waiting.delete(act);
    },
  });
  const wait = () => {
    for (const act of [...waiting]) act();
    waiting.clear();
  };
  const read = (number: number) => {
    shown.value = page("d1", number);
    wait();
  };
  return { shown, recent, remembered, wait, read };
}

const numbers = (pages: readonly PageRef[]) => pages.map((each) => each.page);

describe("recent pages", () => {
  it("are the pages that were read, the latest first and each once", () => {
    const { recent, read, remembered } = aReader();
    for (const number of [1, 2, 3, 1]) read(number);
    expect(numbers(recent.pages.value)).toEqual([1, 3, 2]);
    expect(remembered.at(-1)).toEqual(recent.pages.value);
  });

  it("leave out pages that were leafed past", () => {
    const { recent, read, shown, wait } = aReader();
    read(1);
    shown.value = page("d1", 2);
    shown.value = page("d1", 3);
    wait();
    expect(numbers(recent.pages.value)).toEqual([3, 1]);
  });

  it("are ten at most, and those kept before count", () => {
    const kept = Array.from({ length: 12 }, (_, index) => page("d2", index + 1));
    const { recent, read } = aReader(kept);
    expect(recent.pages.value).toHaveLength(10);
    read(7);
    expect(numbers(recent.pages.value)).toEqual([7, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("end with the visit", () => {
    const { recent, shown, wait, remembered } = aReader();
    recent.close();
    shown.value = page("d1", 4);
    wait();
    expect(remembered).toEqual([]);
  });
});
