import { describe, expect, it } from "vitest";
import { poll } from "./polling.ts";

class Page {
  visible = true;
  changed = () => {};
  waiting: { milliseconds: number; act: () => void }[] = [];
  seen = () => this.visible;
  onSeen(changed: () => void) {
    this.changed = changed;
    return () => {
      this.changed = () => {};
    };
  }
  later(milliseconds: number, act: () => void) {
    const timer = { milliseconds, act };
    this.waiting.push(timer);
    return () => {
      this.waiting = this.waiting.filter((each) => each !== timer);
    };
  }
  show(visible: boolean) {
    this.visible = visible;
    this.changed();
  }
  async passes() {
    const due = this.waiting;
    this.waiting = [];
    for (const { act } of due) act();
    await settled();
  }
}

const settled = () => new Promise((done) => setTimeout(done));

function polled(page: Page, ask?: () => Promise<number>) {
  const heard: unknown[] = [];
  let asked = 0;
  const stop = poll(ask ?? (async () => ++asked), 2_000, page, {
    answer: (value) => heard.push(value),
    failed: (thrown) => heard.push(thrown),
  });
  return { heard, stop, asked: () => asked };
}

describe("polling", () => {
  it("asks at once, then some time after each answer", async () => {
    const page = new Page();
    const { heard } = polled(page);
    await settled();
    expect(page.waiting.map(({ milliseconds }) => milliseconds)).toEqual([2_000]);
    await page.passes();
    await page.passes();
    expect(heard).toEqual([1, 2, 3]);
  });

  it("goes on after a failure", async () => {
    const page = new Page();
    let asked = 0;
    const { heard } = polled(page, async () => {
      asked += 1;
      if (asked === 2) throw "away";
      return asked;
    });
    await settled();
    await page.passes();
    await page.passes();
    expect(heard).toEqual([1, "away", 3]);
  });

  it("rests while nobody looks, and asks at once when somebody does", async () => {
    const page = new Page();
    const { heard } = polled(page);
    await settled();
    page.show(false);
    await page.passes();
    expect(heard).toEqual([1]);
    expect(page.waiting).toEqual([]);
    page.show(true);
    await settled();
    expect(heard).toEqual([1, 2]);
  });

  it("never asks twice at a time", async () => {
    const page = new Page();
    let asked = 0;
    polled(page, () => {
      asked += 1;
      return new Promise<number>(() => {});
    });
    page.show(false);
    page.show(true);
    await settled();
    expect(asked).toBe(1);
  });

  it("tells nothing after its end", async () => {
    const page = new Page();
    const { heard, stop } = polled(page);
    stop();
    await settled();
    page.show(true);
    await page.passes();
    expect(heard).toEqual([]);
  });
});
