import { expect, it } from "vitest";
import { fieldsOf, momentOf } from "./local_moment.ts";

it("goes from a moment to the fields of a form and back", () => {
  const at = new Date(2026, 0, 5, 9, 7).getTime();
  expect(fieldsOf(at)).toEqual({ date: "2026-01-05", time: "09:07" });
  expect(momentOf("2026-01-05", "09:07")).toBe(at);
});

it("means nothing while a field is empty or before the count of time", () => {
  expect(momentOf("", "09:00")).toBeNull();
  expect(momentOf("2026-01-05", "")).toBeNull();
  expect(momentOf("1960-01-05", "09:00")).toBeNull();
});
