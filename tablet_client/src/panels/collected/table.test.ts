import { describe, expect, it } from "vitest";
import { csvOf, type TableLine, textOf } from "./table.ts";

/** Something somebody wrote. */
function line(text: string, page = 1, who = "참석자 1"): TableLine {
  return { page, item: "예산", document: "본예산", who, kind: "메모", text };
}

describe("what was collected as a table", () => {
  it("quotes what a comma, a quote or a line would break", () => {
    const csv = csvOf(["쪽", "내용"], [line('그는 "네, 됩니다"\n라고 했다')]);
    expect(csv).toBe(
      '\u{feff}쪽,내용\r\n1,예산,본예산,참석자 1,메모,"그는 ""네, 됩니다""\n라고 했다"\r\n',
    );
  });

  it("lets no cell be taken for a formula", () => {
    for (const text of ["=1+1", "+82", "-1", "@sum", "\tx"]) {
      expect(csvOf([], [line(text)])).toContain(`'${text}`);
    }
    expect(csvOf([], [line("1-1")])).not.toContain("'1-1");
  });

  it("reads as text page by page", () => {
    const lines = [line("하나", 2), line("둘\n셋", 2, "이광명 과장"), line("넷", 5)];
    expect(textOf(lines, (page) => `${page}쪽`)).toBe(
      "2쪽 · 예산\n- 참석자 1: 하나\n- 이광명 과장: 둘\n  셋\n\n5쪽 · 예산\n- 참석자 1: 넷",
    );
  });
});
