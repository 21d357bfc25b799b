import { describe, expect, test } from "vitest";
import type { Phase, Snapshot } from "../protocol/messages.ts";
import { document, page, snapshot } from "../testing/a_meeting.ts";
import { packetOf, veilNumber } from "./packet.ts";
import { type Around, AT_FIRST, follow, readAlone, settle } from "./reading.ts";

function around(change: Partial<Snapshot> = {}, turning = false): Around {
  const state = snapshot(change);
  return {
    packet: packetOf(state),
    phase: state.phase,
    mode: state.following,
    turned: state.page,
    veiledAt: state.veiled === null ? null : veilNumber(state, state.veiled),
    turning,
    held: state.following === "hold",
  };
}

describe("following", () => {
  test("begins on the first page before the first turn", () => {
    expect(settle(AT_FIRST, around()).page).toEqual(page("d1", 1));
  });

  test("goes where the meeting is turned to", () => {
    const reading = settle(AT_FIRST, around({ page: page("d2", 2) }));
    expect(reading).toMatchObject({ following: true, page: page("d2", 2), number: 5 });
  });

  test("has nothing to show while the packet is empty", () => {
    expect(settle(AT_FIRST, around({ documents: [] })).page).toBeNull();
  });
});

describe("reading alone", () => {
  const alone = settle(readAlone(settle(AT_FIRST, around()), page("d2", 1)), around());

  test("stays where it is whatever the presenter does", () => {
    const after = settle(alone, around({ page: page("d1", 2) }));
    expect(after).toMatchObject({ following: false, page: page("d2", 1) });
  });

  test("keeps to its document when pages are put before it", () => {
    const documents = [document("d0", "i1", 9), ...snapshot().documents];
    expect(settle(alone, around({ documents }))).toMatchObject({ page: page("d2", 1), number: 13 });
  });

  test("goes to the nearest page when its document is removed", () => {
    const documents = snapshot().documents.filter((each) => each.document_id !== "d2");
    expect(settle(alone, around({ documents })).page).toEqual(page("d3", 1));
  });

  test("goes to the last page when everything behind is removed too", () => {
    const documents = snapshot().documents.slice(0, 1);
    expect(settle(alone, around({ documents })).page).toEqual(page("d1", 3));
  });

  test("moves to the document's new version, at the same page or its last", () => {
    const replaced = { ...document("d2", "i1", 1), version: 2 };
    const documents = [document("d1", "i1", 3), replaced];
    const onLast = settle(readAlone(alone, page("d2", 2)), around());
    expect(settle(onLast, around({ documents })).page).toEqual({ ...page("d2", 1), version: 2 });
  });

  test("ends with a word", () => {
    const state = around({ page: page("d1", 2) });
    expect(settle(follow(alone), state)).toMatchObject({ following: true, page: page("d1", 2) });
  });

  test("ends when this seat turns the pages", () => {
    const state = around({ page: page("d1", 2) }, true);
    expect(settle(alone, state)).toMatchObject({ following: true, page: page("d1", 2) });
  });

  test.each<[Phase, Phase, boolean]>([
    ["preparing", "open", true],
    ["closed", "open", true],
    ["open", "closed", false],
    ["open", "open", false],
  ])("from %s to %s: follows is %s", (before, after, follows) => {
    const reading = { ...alone, phase: before };
    expect(settle(reading, around({ phase: after })).following).toBe(follows);
  });
});
