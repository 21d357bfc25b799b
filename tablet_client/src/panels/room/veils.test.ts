import { expect, it } from "vitest";
import { snapshot } from "../../testing/a_meeting.ts";
import { isEmbargoed, marksOf, veilOf } from "./veils.ts";

const [plain] = snapshot().items;
if (plain === undefined) throw new Error("the meeting has items");
const kept = { ...plain, embargoed: true };
const secret = { ...plain, closed: true };
const both = { ...kept, closed: true };

it("says why pages are kept from a reader, and nothing of pages that are shown", () => {
  const veils = { [plain.item_id]: 3 };
  expect(veilOf({ veils }, kept, "member")).toBe("embargo");
  expect(veilOf({ veils }, both, "member")).toBe("embargo");
  expect(veilOf({ veils }, both, "observer")).toBe("closed");
  expect(veilOf({ veils }, secret, "screen")).toBe("closed");
  expect(veilOf({ veils: {} }, both, "secretary")).toBe(null);
});

it("knows an embargo until the item is opened", () => {
  expect(isEmbargoed({ opened: [] }, kept)).toBe(true);
  expect(isEmbargoed({ opened: [kept.item_id] }, kept)).toBe(false);
  expect(isEmbargoed({ opened: [] }, secret)).toBe(false);
});

it("marks what holds now", () => {
  expect(marksOf({ opened: [] }, both)).toEqual(["embargo", "closed"]);
  expect(marksOf({ opened: [both.item_id] }, both)).toEqual(["closed"]);
  expect(marksOf({ opened: [] }, plain)).toEqual([]);
});
