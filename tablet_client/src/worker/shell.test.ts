// The service worker's answers, on a cache and a network of the test's own.
import { beforeEach, describe, expect, test } from "vitest";
import { answererOf, answerFile, answerScreen, install, keepAlso, PAGE, tidy } from "./shell.ts";

const ORIGIN = "https://hall";
const PAGE_1 = "page of build 1";

/** The part of a cache that is used, over a map. */
class ACache {
  readonly kept = new Map<string, string>();

  match(asked: RequestInfo): Promise<Response | undefined> {
    const text = this.kept.get(pathOf(asked));
    return Promise.resolve(text === undefined ? undefined : new Response(text));
  }

  async put(asked: RequestInfo, response: Response): Promise<void> {
    this.kept.set(pathOf(asked), await response.text());
  }

  delete(asked: RequestInfo): Promise<boolean> {
    return Promise.resolve(this.kept.delete(pathOf(asked)));
  }

  keys(): Promise<readonly Request[]> {
    return Promise.resolve([...this.kept.keys()].map((path) => request(path)));
  }
}

let cache: ACache;
let served: Map<string, string>;
let asked: string[];
let network: "there" | "gone" | "slow" | "failing";
let laters: (() => void)[];

beforeEach(() => {
  cache = new ACache();
  served = new Map([
    [PAGE, PAGE_1],
    ["/assets/index-1.js", "one"],
    ["/icon.svg", "icon"],
  ]);
  asked = [];
  network = "there";
  laters = [];
});

const parts = {
  caches: { open: () => Promise.resolve(cache as unknown as Cache) },
  fetch(what: RequestInfo): Promise<Response> {
    const path = pathOf(what);
    asked.push(path);
    if (network === "gone") return Promise.reject(new TypeError("no network"));
    if (network === "slow") return new Promise(() => undefined);
    if (network === "failing") return Promise.resolve(new Response("bad gateway", { status: 502 }));
    const text = served.get(path);
    return Promise.resolve(new Response(text ?? "", { status: text === undefined ? 404 : 200 }));
  },
  later: (_milliseconds: number, act: () => void) => void laters.push(act),
};

const BUILD_1 = ["/assets/index-1.js", "/icon.svg"];
const BUILD_2 = ["/assets/index-2.js", "/icon.svg"];

async function installed(files: readonly string[]): Promise<void> {
  await install(files, parts);
  await tidy(files, parts);
}

function pathOf(what: RequestInfo): string {
  const url = typeof what === "string" ? what : what.url;
  return new URL(url, ORIGIN).pathname;
}

function request(path: string): Request {
  return new Request(new URL(path, ORIGIN));
}

const text = async (answer: Promise<Response>) => (await answer).text();

describe("a screen", () => {
  test("comes from the service while it answers: nobody is stuck with an old build", async () => {
    await installed(BUILD_1);
    served.set(PAGE, "page of build 2");
    expect(
      await text(answerScreen(request("/meet/m1"), { ...parts, fetch: () => parts.fetch(PAGE) })),
    ).toBe("page of build 2");
  });

  test.each(["gone", "failing"] as const)(
    "comes from the tablet when the service is %s",
    async (how) => {
      await installed(BUILD_1);
      network = how;
      expect(await text(answerScreen(request("/meet/m1"), parts))).toBe(PAGE_1);
    },
  );

  test("comes from the tablet when the network says nothing", async () => {
    await installed(BUILD_1);
    network = "slow";
    const answer = answerScreen(request("/"), parts);
    while (laters.length === 0) await Promise.resolve();
    for (const act of laters) act();
    expect(await text(answer)).toBe(PAGE_1);
  });

  test("that was never kept is the network's to give", async () => {
    network = "gone";
    await expect(answerScreen(request("/"), parts)).rejects.toThrow("no network");
  });
});

describe("a file", () => {
  test("that is kept is not asked for", async () => {
    await installed(BUILD_1);
    asked = [];
    expect(await text(answerFile(request("/assets/index-1.js"), parts))).toBe("one");
    expect(asked).toEqual([]);
  });

  test("that is not is kept from then on, unless it is refused", async () => {
    served.set("/assets/late-1.js", "late");
    await answerFile(request("/assets/late-1.js"), parts);
    expect((await answerFile(request("/assets/none.js"), parts)).status).toBe(404);
    await Promise.resolve();
    expect([...cache.kept.keys()]).toEqual(["/assets/late-1.js"]);
  });
});

describe("another build", () => {
  test("is whole or is not there: without one of its files the old page stays", async () => {
    await installed(BUILD_1);
    served.set(PAGE, "page of build 2");
    await expect(install(BUILD_2, parts)).rejects.toThrow("/assets/index-2.js");
    expect(cache.kept.get(PAGE)).toBe(PAGE_1);
  });

  test("leaves the one before its files for pages that are open, and no older one", async () => {
    await installed(BUILD_1);
    served.set("/assets/index-2.js", "two");
    await installed(BUILD_2);
    expect([cache.kept.has("/assets/index-1.js"), cache.kept.has("/assets/index-2.js")]).toEqual([
      true,
      true,
    ]);
    served.set("/assets/index-3.js", "three");
    await installed(["/assets/index-3.js", "/icon.svg"]);
    expect(cache.kept.has("/assets/index-1.js")).toBe(false);
    expect(cache.kept.has("/assets/index-2.js")).toBe(true);
  });
});

test("fonts a page has loaded are kept too, and nothing of another place", async () => {
  served.set("/assets/face.woff2", "font");
  await keepAlso(["/assets/face.woff2", "/api/meetings"], parts);
  expect([...cache.kept.keys()]).toEqual(["/assets/face.woff2"]);
});

test.each([
  ["/meet/m1", "navigate", "screen"],
  ["/assets/a.js", "cors", "file"],
  ["/icon-192.png", "no-cors", "file"],
  ["/api/meetings/m1/pages/d/1/1/tablet", "cors", null],
  ["/api/docs", "navigate", null],
  ["/sw.js", "same-origin", null],
  ["https://other/assets/a.js", "cors", null],
])("%s asked for by %s is answered as %s", (path, mode, answerer) => {
  const asking = { method: "GET", mode: mode as RequestMode, url: new URL(path, ORIGIN).href };
  expect(answererOf(asking, ORIGIN)).toBe(answerer);
});
