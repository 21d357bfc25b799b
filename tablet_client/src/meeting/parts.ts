import type { MessageFromTablet } from "../protocol/messages.ts";
import type { Keeping } from "./keeping.ts";

/** One socket after another, as the room needs it. */
export interface Line {
  /** False when there is no open socket; the message is then forgotten. */
  send(message: MessageFromTablet): boolean;
  /** Drops this socket and opens another at once: the one repair. */
  renew(): void;
  close(): void;
}

/** What the room is made of; everything that is not pure is handed in. */
export interface Parts {
  readonly meetingId: string;
  readonly token: string;
  readonly line: Line;
  readonly keeping: Keeping;
  readonly clock: () => number;
  readonly makeId: () => string;
  readonly later: (milliseconds: number, act: () => void) => void;
}
