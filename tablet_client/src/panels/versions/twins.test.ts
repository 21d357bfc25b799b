import { describe, expect, test } from "vitest";
import { document } from "../../testing/a_meeting.ts";
import { sortTwins } from "./twins.ts";

const DOCUMENTS = [
  { ...document("d1", "i1", 3), name: "추경 예산안" },
  { ...document("d2", "i2", 3), name: "도로 정비" },
];

const file = (name: string) => new File(["%PDF"], name);

function named(itemId: string, ...names: string[]) {
  const { twins, others } = sortTwins(itemId, names.map(file), DOCUMENTS);
  return {
    twins: twins.map((each) => each.document.document_id),
    others: others.map((each) => each.name),
  };
}

describe("a file that is called like a document of its item", () => {
  test.each([
    "추경 예산안.pdf",
    "추경  예산안.PDF",
    "추경 예산안",
    "추경 예산안.pdf".normalize("NFD"),
  ])("is one: %s", (name) => {
    expect(named("i1", name)).toEqual({ twins: ["d1"], others: [] });
  });

  test("is none under another item, or by another name", () => {
    expect(named("i2", "추경 예산안.pdf").twins).toEqual([]);
    expect(named("i1", "추경 예산안 2.pdf", "예산안.pdf").twins).toEqual([]);
  });

  test("does not hold up the others", () => {
    expect(named("i1", "가.pdf", "추경 예산안.pdf", "나.pdf")).toEqual({
      twins: ["d1"],
      others: ["가.pdf", "나.pdf"],
    });
  });
});
