import { describe, expect, it } from "vitest";
import { findIn } from "./finding.ts";

/** What was found, as it stands in the text. */
function found(text: string, query: string): string | null {
  const place = findIn(text, query);
  return place === null ? null : text.slice(place.start, place.end);
}

describe("finding in one's own notes", () => {
  it("forgives case and spaces", () => {
    expect(found("제설 취약 구간", "취약구간")).toBe("취약 구간");
    expect(found("예산편성", "예산 편성")).toBe("예산편성");
    expect(found("Budget PLAN", "plan")).toBe("PLAN");
    expect(found("두\n줄", "두줄")).toBe("두\n줄");
  });

  it("forgives particles on what is typed", () => {
    expect(found("예산 증액 요청", "예산을")).toBe("예산");
    expect(found("소회의실 예약", "소회의실에서는")).toBe("소회의실");
  });

  it("leaves short words whole: what ends like a particle may be none", () => {
    expect(found("회 차", "회의")).toBeNull();
    expect(found("회의 준비", "회의")).toBe("회의");
  });

  it("wants every word when they do not stand together, and tells the first one's place", () => {
    expect(found("도로 제설은 예산 부족", "예산 제설")).toBe("예산");
    expect(found("도로 제설은 예산 부족", "예산 보육")).toBeNull();
  });

  it("knows letters that are put together otherwise", () => {
    expect(found("한글".normalize("NFC"), "한글")).toBe("한글");
    expect(found("ｆｕｌｌ", "full")).toBe("ｆｕｌｌ");
  });

  it("finds nothing for nothing", () => {
    expect(found("무엇", "  ")).toBeNull();
    expect(found("", "무엇")).toBeNull();
  });
});
