import { expect, test } from "vitest";
import { TurnFirst } from "./turn_first.ts";

/** What was rendered, and a frame that comes when the test says so. */
function bench() {
  const rendered: string[] = [];
  const frames: (() => void)[] = [];
  const turnFirst = new TurnFirst((act) => frames.push(act));
  return {
    rendered,
    turnFirst,
    render: (name: string) => turnFirst.render(() => rendered.push(name)),
    frame: () => {
      for (const act of frames.splice(0)) act();
    },
  };
}

test("without a turn the panels are made anew when the task has ended", async () => {
  const { rendered, render } = bench();
  render("bar");
  expect(rendered).toEqual([]);
  await Promise.resolve();
  expect(rendered).toEqual(["bar"]);
});

test.each(["before", "after"])("asked for %s the turn, they wait for its frame", async (when) => {
  const { rendered, turnFirst, render, frame } = bench();
  if (when === "before") render("bar");
  turnFirst.turned();
  if (when === "after") render("bar");
  await Promise.resolve();
  expect(rendered).toEqual([]);
  frame();
  expect(rendered).toEqual(["bar"]);
});

test("after the frame nothing waits any more, until the next turn", async () => {
  const { rendered, turnFirst, render, frame } = bench();
  turnFirst.turned();
  turnFirst.turned();
  frame();
  render("bar");
  await Promise.resolve();
  expect(rendered).toEqual(["bar"]);
  turnFirst.turned();
  render("list");
  await Promise.resolve();
  expect(rendered).toEqual(["bar"]);
});
