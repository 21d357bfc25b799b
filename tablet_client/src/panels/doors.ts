import type { ReadonlySignal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { InkDesk } from "../ink/desk.ts";
import type { FormerInk } from "../meeting/former_ink.ts";
import type { Room } from "../meeting/room.ts";
import type { Recent } from "../notes/recent.ts";
import type { PacketLook } from "../offline/packet_keeper.ts";
import type { Pages } from "../pages/pages.ts";
import type { PageRef, Phase, Role } from "../protocol/messages.ts";
import type { Reader } from "../reading/reader.ts";
import type { CollectedDoor } from "./collected/collected_door.ts";
import type { MovingDoor } from "./moving/moving_door.ts";
import type { MountedSheet, SheetOptions } from "./sheet_door.ts";
import type { ServiceStatus } from "./status/service_status.ts";
import type { Uploads } from "./upload_door.ts";

/** What the service says when it refuses: a stable code and a sentence in both languages. */
export interface Problem {
  code: string;
  ko: string;
  en: string;
  again: boolean;
}

/** The refusal inside whatever was thrown, or null when the service was not reached at all. */
export function problemIn(thrown: unknown): Problem | null {
  if (typeof thrown !== "object" || thrown === null) return null;
  const told = thrown as Partial<Problem>;
  if (typeof told.code !== "string" || typeof told.ko !== "string") return null;
  if (typeof told.en !== "string") return null;
  return { code: told.code, ko: told.ko, en: told.en, again: told.again === true };
}

export interface Seat {
  seat_id: string;
  name: string;
  role: Role;
  meeting_id: string | null;
  person_id: string | null;
}

export interface KeptSeat {
  token: string;
  seat: Seat;
  link_id?: string;
  /** What the meeting was called when the seat was taken; empty for a seat over all of them. */
  meeting_title?: string;
}

export interface MeetingLine {
  meeting_id: string;
  title: string;
  place: string;
  starts_at: number;
  phase: Phase;
}

export interface Invited {
  person_id: string;
  name: string;
  department: string;
  position: string;
  present: boolean;
}

/** Who somebody says they are; nothing when the link itself knows. */
export type WhoIAm = { person_id: string } | { name: string } | Record<string, never>;

export interface LinkLook {
  role: Role;
  name: string | null;
  asks: boolean;
  meeting: MeetingLine | null;
  people: readonly Invited[];
}

export interface JoinLink {
  link_id: string;
  role: Role;
  name: string | null;
  created_at: number;
  expires_at: number;
  revoked: boolean;
  url: string;
}

/** The packet on this tablet: how far it is there, and what its reader may decide. */
export interface PacketDoor {
  look: ReadonlySignal<PacketLook>;
  /** Whether the storage has no room left even for what was written. */
  notesAtRisk: ReadonlySignal<boolean>;
  /** Whether the app itself opens here without the service. */
  secure: boolean;
  /** Has the packet fetched from now on, as long as this visit lasts. */
  begin(): void;
  remove(): void;
  keepAgain(): void;
}

/** One tablet in one meeting: room, hand's tools, images, words, and the paper to put down. */
export interface Visit {
  kept: KeptSeat;
  room: Room;
  ink: InkDesk;
  pages: Pages;
  reader: Reader;
  /** A page in the tablet's size; the caller gives it back with `URL.revokeObjectURL`. */
  picture(page: PageRef): Promise<string>;
  /** Where this tablet was. */
  recent: Recent;
  /** What a former seat of the same name left on this tablet. */
  former: FormerInk;
  packet: PacketDoor;
  mountSheet(host: HTMLElement, options: SheetOptions): MountedSheet;
  /** The presenter's page, beside the sheet that is mounted already. */
  mountBeside(host: HTMLElement, options: SheetOptions): MountedSheet;
  leave(): void;
}

/** What the secretary may ask of the service besides the commands of a meeting. */
export interface SecretaryDoor {
  meetings(): Promise<readonly MeetingLine[]>;
  createMeeting(title: string, place: string, startsAt: number): Promise<MeetingLine>;
  links(meetingId: string): Promise<readonly JoinLink[]>;
  createLink(
    meetingId: string,
    wish: { role: Role; name?: string; hours?: number },
  ): Promise<JoinLink>;
  revokeLink(meetingId: string, linkId: string): Promise<void>;
  /** The link's QR code as an image address; the caller gives it back with `URL.revokeObjectURL`. */
  qr(meetingId: string, linkId: string): Promise<string>;
  /** A page in the tablet's size; the caller gives it back with `URL.revokeObjectURL`. */
  picture(meetingId: string, page: PageRef): Promise<string>;
  redraw(meetingId: string, documentId: string, page: number): Promise<void>;
  uploads(meetingId: string): Uploads;
  /** How the service is; refused to a seat of one meeting. */
  status(): Promise<ServiceStatus>;
}

/** Everything the panels need from the rooms beside them; main hands it in. */
export interface Doors {
  lookAtLink(link: string): Promise<LinkLook>;
  join(link: string, who: WhoIAm, meetingTitle: string): Promise<KeptSeat>;
  seats: {
    all(): readonly KeptSeat[];
    one(seatId: string): KeptSeat | null;
    ofLink(link: string): readonly KeptSeat[];
    forget(seatId: string): void;
  };
  /** A new opaque id for something made on this tablet. */
  newId(): string;
  enter(kept: KeptSeat, meetingId: string): Visit;
  secretary(kept: KeptSeat): SecretaryDoor;
  collected(kept: KeptSeat, meetingId: string): CollectedDoor;
  moving: MovingDoor;
}

const Given = createContext<Doors | null>(null);

export const DoorsGiven = Given.Provider;

/** The doors main handed in. */
export function useDoors(): Doors {
  const doors = useContext(Given);
  if (doors === null) throw new Error("the panels were rendered without their doors");
  return doors;
}
