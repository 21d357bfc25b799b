import { expect, it } from "vitest";
import { clock, dayOnly, fileSize, hoursAndMinutes, momentShort, timeOnly } from "./figures.ts";

it("writes dates as people do, in either language", () => {
  const monday = new Date(2026, 10, 23, 9, 5).getTime();
  expect(dayOnly(monday, "ko")).toBe("2026. 11. 23.(월)");
  expect(dayOnly(monday, "en")).toBe("Mon 23 Nov 2026");
  expect(timeOnly(monday)).toBe("09:05");
});

it("leaves the day out of a moment of today", () => {
  const at = new Date(2026, 10, 23, 9, 5).getTime();
  expect(momentShort(at, new Date(2026, 10, 23, 23, 59).getTime(), "ko")).toBe("09:05");
  expect(momentShort(at, new Date(2026, 10, 24, 0, 1).getTime(), "ko")).toBe("11. 23. 09:05");
  expect(momentShort(at, new Date(2026, 10, 24, 0, 1).getTime(), "en")).toBe("23 Nov 09:05");
});

it("writes spans as clocks that never run backwards", () => {
  expect(clock(760_000)).toBe("12:40");
  expect(clock(3_725_000)).toBe("1:02:05");
  expect(clock(-5)).toBe("00:00");
  expect(hoursAndMinutes(24 * 60_000 + 59_000)).toBe("00:24");
});

it("writes sizes with a decimal only where it tells something", () => {
  expect(fileSize(1)).toBe("1 KB");
  expect(fileSize(940_000)).toBe("940 KB");
  expect(fileSize(1_440_000)).toBe("1.4 MB");
  expect(fileSize(184_000_000)).toBe("184 MB");
});
