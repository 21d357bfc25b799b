import type { Language } from "./words.ts";

const tag = (language: Language) => (language === "ko" ? "ko-KR" : "en-GB");

/** A date and time as people write it: "2026. 11. 23.(월) 09:00"; in the tablet's own time zone. */
export function dateAndTime(at: number, language: Language): string {
  return `${dayOnly(at, language)} ${timeOnly(at)}`;
}

/** The day alone: "2026. 11. 23.(월)" or "Mon 23 Nov 2026". */
export function dayOnly(at: number, language: Language): string {
  const date = new Date(at);
  const weekday = date.toLocaleDateString(tag(language), { weekday: "short" });
  if (language === "ko") {
    return `${date.getFullYear()}. ${date.getMonth() + 1}. ${date.getDate()}.(${weekday})`;
  }
  const month = date.toLocaleDateString("en-GB", { month: "short" });
  return `${weekday} ${date.getDate()} ${month} ${date.getFullYear()}`;
}

/** The time of day, 24 hours: "09:05". */
export function timeOnly(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A moment near `now`: the time alone on the same day, else day and month with it. */
export function momentShort(at: number, now: number, language: Language): string {
  const [then, today] = [new Date(at), new Date(now)];
  if (then.toDateString() === today.toDateString()) return timeOnly(at);
  if (language === "ko") return `${then.getMonth() + 1}. ${then.getDate()}. ${timeOnly(at)}`;
  const month = then.toLocaleDateString("en-GB", { month: "short" });
  return `${then.getDate()} ${month} ${timeOnly(at)}`;
}

/** A span as a clock: "24:07", from one hour on "1:24:07"; never negative. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const tail = `${two(minutes)}:${two(seconds % 60)}`;
  return hours === 0 ? tail : `${hours}:${tail}`;
}

/** A span in hours and minutes, for a quiet display that moves once a minute: "00:24". */
export function hoursAndMinutes(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A file's size with one decimal below ten: "940 KB", "1.4 MB", "184 MB". */
export function fileSize(bytes: number): string {
  const kilobytes = bytes / 1000;
  if (kilobytes < 1000) return `${Math.max(1, Math.round(kilobytes))} KB`;
  const megabytes = kilobytes / 1000;
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}

const two = (n: number) => String(n).padStart(2, "0");
