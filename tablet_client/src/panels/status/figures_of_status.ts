import type { Words } from "../../words/ko.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Spoken = Words["status"];

/** A span in the two largest units that count: "3분", "2시간 10분", "5일 3시간". */
export function lasted(milliseconds: number, w: Spoken): string {
  const span = Math.max(0, milliseconds);
  if (span < MINUTE) return w.seconds(Math.floor(span / SECOND));
  if (span < HOUR) return w.minutes(Math.floor(span / MINUTE));
  if (span < DAY) return w.hours(Math.floor(span / HOUR), Math.floor((span % HOUR) / MINUTE));
  return w.days(Math.floor(span / DAY), Math.floor((span % DAY) / HOUR));
}

/** A short time with as many digits as matter: "0.7 ms", "24 ms", "1.2 s". */
export function took(milliseconds: number): string {
  if (milliseconds >= 999.5) return `${(milliseconds / SECOND).toFixed(1)} s`;
  if (milliseconds >= 9.95) return `${Math.round(milliseconds)} ms`;
  return `${milliseconds.toFixed(1)} ms`;
}

/** A size on a disk or in memory, in powers of ten: "184 MB", "1.4 GB", "21 GB". */
export function size(bytes: number): string {
  const megabytes = bytes / 1e6;
  if (megabytes < 999.5) return `${Math.round(megabytes)} MB`;
  const gigabytes = bytes / 1e9;
  return `${gigabytes < 9.95 ? gigabytes.toFixed(1) : Math.round(gigabytes)} GB`;
}
