import { expect, it } from "vitest";
import { en } from "../../words/en.ts";
import { ko } from "../../words/ko.ts";
import { lasted, size, took } from "./figures_of_status.ts";

it("says a span in the units that count", () => {
  expect(lasted(-5, ko.status)).toBe("0초");
  expect(lasted(59_999, ko.status)).toBe("59초");
  expect(lasted(60_000, ko.status)).toBe("1분");
  expect(lasted(7_800_000, ko.status)).toBe("2시간 10분");
  expect(lasted(7_200_000, ko.status)).toBe("2시간");
  expect(lasted(442_800_000, ko.status)).toBe("5일 3시간");
  expect(lasted(86_400_000, en.status)).toBe("1 day");
});

it("says a short time with the digits that matter", () => {
  expect([0.04, 0.7, 9.94, 9.96, 24.4, 999.4, 999.6, 1_234].map(took)).toEqual([
    "0.0 ms",
    "0.7 ms",
    "9.9 ms",
    "10 ms",
    "24 ms",
    "999 ms",
    "1.0 s",
    "1.2 s",
  ]);
});

it("says sizes in powers of ten", () => {
  expect([400_000, 184e6, 999.6e6, 1.44e9, 9.96e9, 21.4e9].map(size)).toEqual([
    "0 MB",
    "184 MB",
    "1.0 GB",
    "1.4 GB",
    "10 GB",
    "21 GB",
  ]);
});
