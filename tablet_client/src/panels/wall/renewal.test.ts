import { signal } from "@preact/signals";
import { beforeEach, expect, test, vi } from "vitest";
import type { LinkState } from "../../meeting/room.ts";
import { isRenewed, Renewal } from "./renewal.ts";

const OLD = '<script type="module" src="/assets/index-old.js"></script>';
const NEW = '<script type="module" src="/assets/index-new.js"></script>';

let source: string | null;
let now: number;
let renewedAt: number;
let reloads: number;
let looks: number;
let waits: { milliseconds: number; act: () => void }[];
let renewal: Renewal;

beforeEach(() => {
  [source, reloads, looks, waits] = [OLD, 0, 0, []];
  [now, renewedAt] = [0, Number.NEGATIVE_INFINITY];
  renewal = new Renewal({
    fetchStart: async () => {
      looks += 1;
      if (source === null) throw new TypeError("failed to fetch");
      return source;
    },
    script: "/assets/index-old.js",
    reload: () => {
      reloads += 1;
    },
    clock: () => now,
    renewedAt: {
      get: () => renewedAt,
      set: (at) => {
        renewedAt = at;
      },
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

test("a line that was gone for less than a frame is a line that came back", async () => {
  const link = signal<LinkState>("live");
  const stop = renewal.follow(link);
  await Promise.resolve();
  source = NEW;
  link.value = "away";
  link.value = "live";
  await vi.waitFor(() => expect(reloads).toBe(1));
  stop();
  link.value = "away";
  link.value = "live";
  expect(looks).toBe(2);
});

test("an old page that comes again is not loaded again and again, but tried ten minutes later", async () => {
  source = NEW;
  await renewal.look();
  now = 5_000;
  await renewal.look();
  expect(reloads).toBe(1);
  now = 600_000;
  await renewal.look();
  expect(reloads).toBe(2);
  now = 1_000;
  await renewal.look();
  expect(reloads).toBe(3);
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
