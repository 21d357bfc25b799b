import { describe, expect, test } from "vitest";
import type { DocumentReplaced, PageRef } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { document, page, snapshot, stroke } from "../testing/a_meeting.ts";
import { ARoom, mark } from "../testing/a_room.ts";
import { isNew, pageBefore, presentPage } from "./succession.ts";

/** d1 with its three pages: the first is the second now, the second gone, the third changed. */
const REPLACED: DocumentReplaced = {
  type: "DocumentReplaced",
  document: { ...document("d1", "i1", 4), version: 2 },
  pages: [2, 0, 4],
  changed: [1, 3, 4],
};

function second(number: number): PageRef {
  return { ...page("d1", number), version: 2 };
}

describe("a reader stays on the page", () => {
  test.each([
    [1, "d1.2.2"],
    [2, "d1.2.4"],
    [3, "d1.2.4"],
  ])("%i, wherever it went", async (number, there) => {
    const a = await ARoom.open();
    a.enter("member");
    a.room.show(page("d2", 1));
    a.room.show(page("d1", number));
    a.advance(11, REPLACED);
    expect(a.at).toBe(there);
    expect(a.room.following.value).toBe(false);
  });

  test("also when the tablet was away for two versions", async () => {
    const a = await ARoom.open();
    a.enter("member");
    a.room.show(page("d2", 1));
    a.room.show(page("d1", 1));
    const third = { ...document("d1", "i1", 2), version: 3 };
    a.room.lost();
    a.room.greet();
    a.tail("meeting", 12, REPLACED, { ...REPLACED, document: third, pages: [0, 1, 2, 0] });
    expect(a.at).toBe("d1.3.1");
  });

  test("while a turn to an old page is still on its way", async () => {
    const a = await ARoom.open();
    a.enter("presenter", { lead: { seat_id: "me", name: "이과장" } });
    a.room.show(page("d1", 3));
    a.advance(11, REPLACED);
    expect(a.at).toBe("d1.2.4");
  });

  test("and is taken to it by whatever still names an old page", async () => {
    const a = await ARoom.open();
    a.enter("member");
    a.advance(11, REPLACED);
    a.room.show(page("d1", 1));
    expect(a.at).toBe("d1.2.2");
  });

  test("of a document that has gone, as if it had not been replaced", () => {
    const state = snapshot({ documents: [document("d2", "i1", 2)] });
    expect(presentPage(state, page("d1", 2))).toEqual(page("d1", 2));
  });
});

test("a page is new, or was another one before", async () => {
  const a = await ARoom.open();
  a.enter("member");
  a.advance(11, REPLACED);
  const state = a.room.state.value ?? snapshot();
  expect([1, 2, 3, 4].map((number) => isNew(state, second(number)))).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(pageBefore(state, second(4))).toEqual(page("d1", 3));
  expect(pageBefore(state, second(1))).toBeNull();
  expect([isNew(state, page("d2")), pageBefore(state, page("d2"))]).toEqual([false, null]);
});

describe("ink that waits", () => {
  test("for an old page is seen on the new one, and its erasure too", async () => {
    const a = await ARoom.open();
    a.enter("member", { page: page("d1", 1) });
    a.room.lost();
    void a.room.ask({ type: "AddStroke", stream: "notes", stroke: stroke("k1") });
    void a.room.ask({ type: "AddStroke", stream: "notes", stroke: stroke("k2", page("d1", 2)) });
    a.room.greet();
    a.tail("meeting", 11, REPLACED);
    expect(a.at).toBe("d1.2.2");
    expect(a.strokes).toEqual(["k1"]);
    expect(a.room.ink.value.map((each) => pageKey(each.stroke.page))).toEqual(["d1.2.2"]);
    void a.room.ask({
      type: "EraseStrokes",
      stream: "notes",
      page: page("d1", 1),
      stroke_ids: ["k1"],
    });
    expect(a.strokes).toEqual([]);
  });
});

describe("ink without a place", () => {
  const gone = page("d1", 2);

  async function replaced(): Promise<ARoom> {
    const a = await ARoom.open();
    a.enter("member", { inked: { "d1.1.2": 1, "d1.1.1": 3 } }, { "d1.1.2": 2 });
    a.advance(11, REPLACED);
    return a;
  }

  test("is listed by the page it lies on", async () => {
    const a = await replaced();
    const [only, ...more] = a.room.left.pages.value;
    expect(more).toEqual([]);
    expect(only).toMatchObject({ page: gone, marks: { meeting: 1, notes: 2, collected: 0 } });
    expect(only?.document.version).toBe(2);
  });

  test("is read when its page is looked at", async () => {
    const a = await replaced();
    const before = a.line.questions().length;
    a.room.left.look(gone);
    expect(a.line.questions().slice(before)).toEqual([
      "meeting d1.1.2 after 0",
      "notes d1.1.2 after 0",
    ]);
    expect(a.room.left.whole.value).toBe(false);
    const shared = [mark("k1", 3, gone)];
    a.room.heard({
      type: "Ink",
      stream: "meeting",
      page: gone,
      after: 0,
      marks: shared,
      more: false,
    });
    const own = [mark("k2", 1, gone), mark("k3", 2, gone)];
    a.room.heard({ type: "Ink", stream: "notes", page: gone, after: 0, marks: own, more: false });
    expect(a.room.left.ink.value.map((each) => each.stroke.stroke_id)).toEqual(["k1", "k2", "k3"]);
    expect(a.room.left.whole.value).toBe(true);
    a.room.left.look(null);
    expect(a.room.left.ink.value).toEqual([]);
  });

  test("is off the list once it was erased", async () => {
    const a = await replaced();
    a.advance(12, { type: "StrokesErased", page: gone, stroke_ids: ["k1"] });
    expect(a.room.left.pages.value[0]?.marks).toMatchObject({ meeting: 0, notes: 2 });
  });
});
