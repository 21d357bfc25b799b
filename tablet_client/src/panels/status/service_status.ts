import type { Phase, Role } from "../../protocol/messages.ts";
import type { Words } from "../../words/ko.ts";

/** What may be wrong, the gravest first; the names of `service/observability/attention.py`. */
export type Attention = keyof Words["status"]["attention"];

/** Why sockets ended; the words of `service/observability/closes.py`. */
export type CloseWord = keyof Words["status"]["closes"];

export interface MeetingNow {
  meeting_id: string;
  title: string;
  phase: Phase;
  tablets: number;
  following: number;
  seq: number;
  turned_at: number | null;
}

/** How long something took lately, in milliseconds. */
export interface Took {
  count: number;
  median: number;
  worst: number;
}

/** What `GET /api/status` answers; times in ms since 1970, sizes in bytes. */
export interface ServiceStatus {
  version: string;
  now: number;
  since: number;
  /** How far back what is recent reaches. */
  minutes: number;
  attention: Attention[];
  meetings: MeetingNow[];
  more_meetings: number;
  connections: Record<Role, number>;
  lagging: number;
  fan_out: Took | null;
  commit: Took | null;
  lag: Took | null;
  closes: Partial<Record<CloseWord, number>>;
  to_draw: number;
  disk: { free: number; total: number };
  memory: { held: number | null; available: number | null };
}
