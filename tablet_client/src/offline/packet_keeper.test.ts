// The packet on the tablet: what is fetched, kept and removed, with everything around handed in.
import { signal } from "@preact/signals-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { packetOf } from "../meeting/packet.ts";
import type { LinkState } from "../meeting/room.ts";
import { type Actor, CLOSE, type PageRef, type Snapshot } from "../protocol/messages.ts";
import { actor, page, snapshot } from "../testing/a_meeting.ts";
import { type LeafAnswer, PacketKeeper } from "./packet_keeper.ts";
import type { PacketStore, Put } from "./packet_store.ts";

class AStore implements PacketStore {
  readonly kept = new Map<string, Blob>();
  most = Number.POSITIVE_INFINITY;
  left = Number.POSITIVE_INFINITY;

  list = async () => new Map([...this.kept].map(([key, blob]) => [key, blob.size]));
  get = async (key: string) => this.kept.get(key) ?? null;
  works = async () => true;
  room = async () => this.left;

  async put(key: string, blob: Blob): Promise<Put> {
    if (this.kept.size >= this.most) return "full";
    this.kept.set(key, blob);
    return "kept";
  }

  async drop(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.kept.delete(key);
  }

  async clear(): Promise<void> {
    this.kept.clear();
  }
}

let store: AStore;
let asked: string[];
let answer: (path: string) => LeafAnswer;
let laters: (() => void)[];
let readerWaits: boolean;
let tookBack: number;
const opened: PacketKeeper[] = [];
const state = signal<Snapshot | null>(null);
const you = signal<Actor | null>(null);
const link = signal<LinkState>("live");
const ended = signal<number | null>(null);
const shown = signal<PageRef | null>(null);

beforeEach(() => {
  store = new AStore();
  asked = [];
  answer = () => ({ kind: "leaf", blob: new Blob(["12345"]) });
  laters = [];
  readerWaits = false;
  tookBack = 0;
  state.value = told();
  you.value = actor("member");
  link.value = "live";
  ended.value = null;
  shown.value = null;
});

afterEach(() => {
  for (const packet of opened.splice(0)) packet.close();
});

/** The small meeting before its opening, given out; every document is another file. */
function told(change: Partial<Snapshot> = {}): Snapshot {
  const plain = snapshot({ phase: "preparing", published: true, ...change });
  const documents = plain.documents.map((each) => ({ ...each, content: `c-${each.document_id}` }));
  return { ...plain, documents };
}

function keeper(): PacketKeeper {
  const room = { state, you, link, ended, shown, packet: signal(packetOf(told())) };
  const packet = new PacketKeeper({
    room,
    meetingId: "m1",
    store,
    ask: async (path) => {
      asked.push(path);
      return answer(path);
    },
    clock: () => 0,
    later: (_milliseconds, act) => {
      laters.push(act);
      return () => {
        laters = laters.filter((each) => each !== act);
      };
    },
    readerWaits: () => readerWaits,
    sparing: () => false,
    tookBack: () => {
      tookBack += 1;
    },
    persist: () => undefined,
  });
  opened.push(packet);
  return packet;
}

/** Everything that needs no time is done. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) await Promise.resolve();
}

async function begun(): Promise<PacketKeeper> {
  const packet = keeper();
  packet.begin();
  await settled();
  return packet;
}

const images = () => [...store.kept.keys()].filter((key) => key.endsWith(".tablet")).length;
const pages = packetOf(told()).length;

test("the whole packet is fetched, with words and outlines, and then it is ready", async () => {
  const packet = await begun();
  expect(packet.look.value).toMatchObject({ stage: "ready", kept: pages, of: pages });
  expect(packet.look.value.bytes).toBe(5 * store.kept.size);
  expect(store.kept.size).toBe(3 * pages + new Set(told().documents.map((d) => d.content)).size);
});

test("pictures alone are not the packet: it is ready with its last word", async () => {
  const packet = keeper();
  const stages = new Set<string>();
  const put = store.put.bind(store);
  store.put = async (key, blob) => {
    if (images() === pages) stages.add(packet.look.value.stage);
    return put(key, blob);
  };
  packet.begin();
  await settled();
  expect([...stages]).toEqual(["fetching"]);
  expect(packet.look.value.stage).toBe("ready");
});

test("words that are refused are not waited for", async () => {
  answer = (path) =>
    path.endsWith("/text") ? { kind: "refused" } : { kind: "leaf", blob: new Blob(["12345"]) };
  const packet = await begun();
  expect(packet.look.value).toMatchObject({ stage: "ready", kept: pages, of: pages });
});

test("it begins at the page that is read", async () => {
  shown.value = page("d2");
  await begun();
  expect(asked[0]).toBe("/api/meetings/m1/pages/d2/1/1/tablet");
});

test("what is kept already is not fetched again", async () => {
  (await begun()).close();
  asked = [];
  await begun();
  expect(asked).toEqual([]);
});

test("the reader goes first", async () => {
  readerWaits = true;
  const packet = await begun();
  expect([asked, packet.look.value.stage]).toEqual([[], "fetching"]);
  readerWaits = false;
  for (const act of laters.splice(0)) act();
  await settled();
  expect(packet.look.value.stage).toBe("ready");
});

describe("nothing is kept", () => {
  test.each([{ closed: true }, { no_store: true }, { embargoed: true }])(
    "of an item that is %o, nor asked for",
    async (how) => {
      const [first, ...rest] = told().items;
      if (first === undefined) throw new Error("no item");
      state.value = told({ items: [{ ...first, ...how }, ...rest] });
      const packet = await begun();
      const kept = new Set([...store.kept.keys()].map((key) => key.split(".")[0]));
      const theirs = told().documents.filter((each) => each.item_id === first.item_id);
      for (const { content } of theirs) expect(kept.has(content)).toBe(false);
      expect(asked.some((path) => theirs.some((d) => path.includes(`/${d.document_id}/`)))).toBe(
        false,
      );
      expect(packet.look.value).toMatchObject({ stage: "ready" });
      expect(packet.look.value.withheld).toBeGreaterThan(0);
      expect(await packet.leaf(page(theirs[0]?.document_id ?? ""), "tablet")).toBeNull();
    },
  );

  test("before it is given out, and nothing more once it is recalled", async () => {
    state.value = told({ published: null });
    const packet = await begun();
    expect([asked, packet.look.value.stage]).toEqual([[], "none"]);
    state.value = told();
    await settled();
    expect(images()).toBe(pages);
    tookBack = 0;
    state.value = told({ published: false });
    await settled();
    expect([store.kept.size, tookBack > 0, packet.look.value.stage]).toEqual([0, true, "none"]);
  });

  test.each([CLOSE.REVOKED, CLOSE.EXPIRED, CLOSE.UNAUTHORISED])(
    "for a seat that is none any more (%i)",
    async (code) => {
      await begun();
      ended.value = code;
      await settled();
      expect(store.kept.size).toBe(0);
    },
  );

  test("of a document that is gone", async () => {
    await begun();
    const { documents } = told();
    state.value = { ...told(), documents: documents.slice(1) };
    await settled();
    const gone = documents[0]?.content ?? "";
    expect([...store.kept.keys()].some((key) => key.startsWith(`${gone}.`))).toBe(false);
    expect(store.kept.size).toBeGreaterThan(0);
  });

  test("that was taken back while it was on its way", async () => {
    let release: (answer: LeafAnswer) => void = () => undefined;
    const packet = keeper();
    const held = new Promise<LeafAnswer>((resolve) => {
      release = resolve;
    });
    answer = () => held as unknown as LeafAnswer;
    packet.begin();
    await settled();
    state.value = told({ published: false });
    release({ kind: "leaf", blob: new Blob(["late"]) });
    await settled();
    expect(store.kept.size).toBe(0);
  });
});

test("removed by hand it stays away over a reload, until it is wanted again", async () => {
  const first = await begun();
  await first.remove();
  expect([first.look.value.stage, images()]).toEqual(["removed", 0]);
  first.close();
  const again = await begun();
  expect([again.look.value.stage, images()]).toEqual(["removed", 0]);
  await again.keepAgain();
  await settled();
  expect([again.look.value.stage, images()]).toEqual(["ready", pages]);
});

test("a full storage says so, and gives the pictures' room to what was written", async () => {
  store.most = 4;
  const packet = await begun();
  expect([packet.look.value.stage, images()]).toEqual(["full", 0]);
  expect([...store.kept.keys()].every((key) => !/\.(tablet|thumb)$/.test(key))).toBe(true);
  store.most = Number.POSITIVE_INFINITY;
  await packet.keepAgain();
  await settled();
  expect(packet.look.value.stage).toBe("ready");
});

test("room for notes is left before the storage is full, and what is kept stays", async () => {
  const packet = keeper();
  let leaves = 0;
  answer = () => {
    leaves += 1;
    if (leaves > 4) store.left = 1_000_000;
    return { kind: "leaf", blob: new Blob(["1"]) };
  };
  packet.begin();
  await settled();
  expect(packet.look.value.stage).toBe("full");
  expect(images()).toBeGreaterThan(0);
  expect(images()).toBeLessThan(pages);
});

test("while the service is away it waits, and goes on", async () => {
  answer = () => ({ kind: "away" });
  const packet = await begun();
  expect(packet.look.value.stage).toBe("away");
  answer = () => ({ kind: "leaf", blob: new Blob(["1"]) });
  for (const act of laters.splice(0)) act();
  await settled();
  expect(packet.look.value.stage).toBe("ready");
});

test("a page that was looked at is not fetched twice, and serves from then on", async () => {
  link.value = "away";
  const packet = await begun();
  packet.took(page("d1"), "tablet", new Blob(["seen"]));
  await settled();
  expect(await (await packet.leaf(page("d1"), "tablet"))?.text()).toBe("seen");
  link.value = "live";
  await settled();
  expect(asked).not.toContain("/api/meetings/m1/pages/d1/1/1/tablet");
});
