// What is seen after which paint: on papers that only write down what lies on them.
import { beforeEach, expect, test } from "vitest";
import type { Brush } from "./mark_paint.ts";
import { type Paper, PaperLayer, type PaperPage } from "./paper_layer.ts";
import { NO_TILES } from "./tile_paint.ts";
import type { Placement } from "./view.ts";

/** A canvas as the list of what lies on it. */
class WrittenPaper {
  lies: string[] = [];
  name = "";
  isSeen = true;
  paints = 0;
  readonly #context = {
    fillRect: () => undefined,
    drawImage: ({ name }: { name: string }) => this.#put(name),
    save: () => undefined,
    restore: () => undefined,
    setTransform: () => undefined,
  };

  resize = () => this.clear();
  shrink = () => this.clear();
  remove = () => undefined;
  onPage = () => this.#context;
  lay = (picture: unknown) => this.#put(`${(picture as { name: string }).name}, fitted`);
  clear = () => {
    this.lies = [];
  };
  call = (name: string) => {
    this.name = name;
  };
  show = (isSeen: boolean) => {
    this.isSeen = isSeen;
  };

  #put(what: string): void {
    this.paints += 1;
    this.lies.push(what);
  }
}

const BRUSH = { inks: { hit: "yellow" } } as Brush;
const STAGE = { width: 800, height: 600, ratio: 2 };
const WHOLE: Placement = { scale: 0.1, left: 100, top: 8 };

const picture = (name: string) => ({ name }) as unknown as ImageBitmap;

const page = (key: string, more: Partial<PaperPage> = {}): PaperPage => ({
  stage: STAGE,
  placement: WHOLE,
  size: [595, 842],
  key,
  image: PICTURES[key] ?? null,
  fitted: null,
  closer: NO_TILES,
  hits: NO_HITS,
  highlights: [],
  ...more,
});

const PICTURES: Record<string, ImageBitmap> = { one: picture("one"), two: picture("two") };
const NO_HITS: PaperPage["hits"] = [];

let papers: readonly [WrittenPaper, WrittenPaper];
let layer: PaperLayer;

beforeEach(() => {
  papers = [new WrittenPaper(), new WrittenPaper()];
  layer = new PaperLayer(papers[0] as unknown as Paper, papers[1] as unknown as Paper, BRUSH);
});

/** What lies on the one paper that is seen. */
function seen(): string[] {
  const visible = papers.filter(({ isSeen }) => isSeen);
  expect(visible.map(({ name }) => name)).toEqual(["paper"]);
  return visible[0]?.lies ?? [];
}

const paints = () => papers[0].paints + papers[1].paints;

test("a page that lies ready is not seen, and a turn to it paints nothing", () => {
  layer.paint(page("one"));
  layer.prepare(page("two"));
  expect(seen()).toEqual(["one"]);
  expect(layer.ready).toBe("two");
  const before = paints();
  layer.paint(page("two"));
  expect(seen()).toEqual(["two"]);
  expect(paints()).toBe(before);
  expect(layer.ready).toBeNull();
});

test("turn after turn, each lies ready in time", () => {
  for (const [from, to] of [
    ["one", "two"],
    ["two", "one"],
    ["one", "two"],
  ] as const) {
    layer.paint(page(from));
    layer.prepare(page(to));
    layer.paint(page(to));
    expect(seen()).toEqual([to]);
  }
});

const LARGER = { ...STAGE, width: 900 };
const ELSEWHERE: Record<string, Partial<PaperPage>> = {
  "another version's picture": { image: picture("two, new") },
  "nearer than it lies ready": { placement: { ...WHOLE, scale: 0.2 } },
  "on a stage of another size": { stage: LARGER },
  "in finer pixels already": {
    closer: { tiles: [{ level: 2, column: 9, row: 9, image: picture("tile") }], covers: false },
  },
};

test.each(Object.keys(ELSEWHERE))("%s is painted, not what lay ready", (name) => {
  layer.paint(page("one"));
  layer.prepare(page("two"));
  const before = paints();
  layer.paint(page("two", ELSEWHERE[name]));
  expect(paints()).toBeGreaterThan(before);
  expect(seen()[0]).toBe(name.startsWith("another") ? "two, new" : "two");
});

test("after the stage has changed, what was ready for the old one is made anew", () => {
  layer.paint(page("one"));
  layer.prepare(page("two"));
  layer.paint(page("one", { stage: LARGER }));
  layer.prepare(page("two", { stage: LARGER }));
  layer.paint(page("two", { stage: LARGER }));
  expect(seen()).toEqual(["two"]);
});

test("it is laid as it was made before, and stays so while it lies still", () => {
  layer.paint(page("one"));
  layer.prepare(page("two", { fitted: picture("two") }));
  layer.paint(page("two", { fitted: picture("two") }));
  expect(seen()).toEqual(["two, fitted"]);
  layer.paint(page("two", { fitted: picture("two"), hits: [] }));
  expect(seen()).toEqual(["two, fitted"]);
});

test("nothing has to lie ready any more, and nothing of it is left", () => {
  layer.paint(page("one"));
  layer.prepare(page("two"));
  layer.prepare(null);
  expect(papers.map(({ lies }) => lies)).toEqual([["one"], []]);
  layer.prepare(page("two"));
  layer.clear();
  expect(papers.map(({ lies }) => lies)).toEqual([[], []]);
  expect(layer.ready).toBeNull();
});
