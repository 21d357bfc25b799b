import { beforeEach, expect, test } from "vitest";
import { isRenewed, Renewal } from "./renewal.ts";

const OLD = '<script type="module" src="/assets/index-old.js"></script>';
const NEW = '<script type="module" src="/assets/index-new.js"></script>';

let source: string | null;
let reloads: number;
let waits: { milliseconds: number; act: () => void }[];
let renewal: Renewal;

beforeEach(() => {
  [source, reloads, waits] = [OLD, 0, []];
  renewal = new Renewal({
    fetchStart: async () => {
      if (source === null) throw new TypeError("failed to fetch");
      return source;
    },
    script: "/assets/index-old.js",
    reload: () => {
      reloads += 1;
    },
    later: (milliseconds, act) => {
      const wait = { milliseconds, act };
      waits.push(wait);
      return () => {
        waits = waits.filter((each) => each !== wait);
      };
    },
  });
});

test("another script is a new client; the same, or a page of a proxy in trouble, is not", () => {
  expect(isRenewed(NEW, "/assets/index-old.js")).toBe(true);
  expect(isRenewed(OLD, "/assets/index-old.js")).toBe(false);
  expect(isRenewed("<h1>502 Bad Gateway</h1>", "/assets/index-old.js")).toBe(false);
});

test("a wall looks again and again, and reloads once there is something new", async () => {
  renewal.start();
  waits[0]?.act();
  await renewal.look();
  expect([reloads, waits.length]).toEqual([0, 1]);
  source = null;
  await renewal.look();
  expect(reloads).toBe(0);
  source = NEW;
  await renewal.look();
  expect(reloads).toBe(1);
});

test("turned away for its age it comes back by itself, unless it is taken down", () => {
  renewal.start();
  renewal.giveUp();
  expect(waits.map((each) => each.milliseconds)).toEqual([60_000]);
  waits[0]?.act();
  expect(reloads).toBe(1);
  renewal.giveUp();
  renewal.stop();
  expect(waits).toEqual([]);
});
