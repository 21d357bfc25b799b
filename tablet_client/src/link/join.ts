import type { Phase, Role } from "../protocol/messages.ts";
import { api } from "./http.ts";

/** A meeting as lists show it. */
export interface MeetingCard {
  readonly meeting_id: string;
  readonly title: string;
  readonly place: string;
  readonly starts_at: number;
  readonly phase: Phase;
}

/** What a join link leads to. `asks`: the tablet must say who its holder is. */
export interface LinkLook {
  readonly role: Role;
  readonly name: string | null;
  readonly asks: boolean;
  readonly meeting: MeetingCard | null;
  readonly people: readonly {
    readonly person_id: string;
    readonly name: string;
    readonly department: string;
    readonly position: string;
    readonly present: boolean;
  }[];
}

/** A place in a meeting, or a secretary's over all of them. */
export interface Seat {
  readonly seat_id: string;
  readonly name: string;
  readonly role: Role;
  readonly meeting_id: string | null;
  readonly person_id: string | null;
  /** When the service will know it no more; seats taken by older builds do not say. */
  readonly expires_at?: number;
}

/** A seat and the token that proves it. */
export interface Joined {
  readonly token: string;
  readonly seat: Seat;
}

/** Who somebody says they are: a person on the list, or a name; nothing for a fixed link. */
export type JoinChoice =
  | { readonly person_id: string }
  | { readonly name: string }
  | Readonly<Record<string, never>>;

/** What a link's token leads to, before joining. Throws HttpProblem. */
export function lookAtLink(link: string): Promise<LinkLook> {
  return api(location.origin).post("/api/join/look", { link });
}

/** Takes a seat. Throws HttpProblem. */
export function join(link: string, choice: JoinChoice): Promise<Joined> {
  return api(location.origin).post("/api/join", { link, ...choice });
}
