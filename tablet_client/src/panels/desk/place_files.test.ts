import { describe, expect, it } from "vitest";
import type { Item } from "../../protocol/messages.ts";
import { placeFile } from "./place_files.ts";

const item = (item_id: string, title: string, department: string): Item => ({
  item_id,
  title,
  department,
  reporter: "",
  minutes: 10,
  embargoed: false,
  closed: false,
  no_store: false,
});

const agenda = [
  item("orders", "지난주 지시사항 점검", "기획예산과"),
  item("budget", "2027년 본예산 편성 방향", "기획예산과"),
  item("winter", "겨울철 재난 대응 계획", "안전총괄과"),
];

describe("placing a dropped file", () => {
  it("goes by the words of the title", () => {
    expect(placeFile("본예산 편성(안).pdf", agenda, null)).toEqual({
      itemId: "budget",
      matched: true,
    });
  });

  it("goes by the department when the title says nothing", () => {
    expect(placeFile("안전총괄과_보고.pdf", agenda, null)?.itemId).toBe("winter");
  });

  it("reads names whose Hangul macOS took apart", () => {
    expect(placeFile("재난대응.pdf".normalize("NFD"), agenda, null)?.itemId).toBe("winter");
  });

  it("lets a number in front decide between equal fits", () => {
    expect(placeFile("2. 기획예산과.pdf", agenda, null)?.itemId).toBe("budget");
    expect(placeFile("기획예산과.pdf", agenda, null)?.itemId).toBe("orders");
  });

  it("does not take a year for the number of an item", () => {
    expect(placeFile("3024 자료.pdf", agenda, null)?.matched).toBe(false);
  });

  it("falls back to the item used last, then to the first, and says so", () => {
    expect(placeFile("scan.pdf", agenda, "winter")).toEqual({ itemId: "winter", matched: false });
    expect(placeFile("scan.pdf", agenda, "gone")).toEqual({ itemId: "orders", matched: false });
    expect(placeFile("scan.pdf", [], null)).toBeNull();
  });
});
