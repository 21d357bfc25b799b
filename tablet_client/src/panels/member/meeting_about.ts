import type { Snapshot } from "../../protocol/messages.ts";
import { dateAndTime } from "../../words/figures.ts";
import { language } from "../../words/words.ts";

/** When and where the meeting is, in one line. */
export function meetingAbout({ starts_at, place }: Snapshot): string {
  return [dateAndTime(starts_at, language.value), place].filter(Boolean).join(" · ");
}
