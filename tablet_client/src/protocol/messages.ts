// Generated from service/protocol by `python -m service.schema typescript`.
// Do not edit: change the protocol and write this file again.

/** What Hello says; another is refused. */
export const PROTOCOL_VERSION = 4;

/** Largest message a tablet may send. */
export const MAX_MESSAGE_BYTES = 131072;

/** Points in one stroke; a longer line is sent as two. */
export const MAX_POINTS = 2000;

/** Why the service closed the socket: below 4500 come back, from 4500 on stay away. */
export const CLOSE = {
  SLOW: 4001,
  BUSY: 4002,
  FLOODING: 4003,
  HELLO_LATE: 4004,
  MALFORMED: 4500,
  OVERSIZED: 4501,
  UNAUTHORISED: 4502,
  EXPIRED: 4503,
  REVOKED: 4504,
  ELSEWHERE: 4505,
  OUTDATED: 4506,
  FOREIGN: 4507,
} as const;

/** An opaque name: 1 to 64 of A-Z a-z 0-9 _ -. */
export type Id = string;

/** x, y, pressure (0 to 255) of every point, one after the other. */
export type Points = readonly number[];

// --- Values

/** What a join link lets its holder do. */
export type Role =
  | "secretary"
  | "chair"
  | "presenter"
  | "member"
  | "observer"
  | "screen";

/** Where a meeting stands; only an open one can be led. */
export type Phase =
  | "preparing"
  | "open"
  | "closed";

/** How tablets go along with the presenter's turns. */
export type Following =
  | "suggest"
  | "follow"
  | "hold";

/** What a document brings besides pages: it is never run, opened or followed. */
export type Carried =
  | "javascript"
  | "launch"
  | "embedded_files"
  | "remote"
  | "multimedia"
  | "form_sending";

/**
 * What a stroke was made with.
 *
 * A pen and a highlighter leave a line. A note is words at a point, a stamp one of `STAMPS`.
 * A bookmark, and what a presenter means to say (`speech`), belong to the page alone and
 * stand at its corner; both are private.
 */
export type Tool =
  | "pen"
  | "highlighter"
  | "note"
  | "stamp"
  | "speech"
  | "bookmark";

/** How the presenter's pointer looks. */
export type PointerShape =
  | "dot"
  | "ring"
  | "arrow";

/** How large the presenter's pointer is; the client's style says how many pixels. */
export type PointerSize =
  | "small"
  | "medium"
  | "large";

/** The closed set of inks; the client's style sheet says what each looks like. */
export type Colour =
  | "black"
  | "red"
  | "blue"
  | "yellow"
  | "green";

/** One page of one version of one document: never a bare page index. */
export interface PageRef {
  readonly document_id: Id;
  readonly version: number;
  readonly page: number;
}

/** The part of a page that the presenter looks at. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whose act something was: the seat that did it and the name shown for it. */
export interface Author {
  readonly seat_id: Id;
  readonly name: string;
}

/** Who is asking: a seat, the name shown for it, and what its link lets it do. */
export interface Actor {
  readonly seat_id: Id;
  readonly name: string;
  readonly role: Role;
}

/** Somebody on the meeting's list of participants. */
export interface Person {
  readonly person_id: Id;
  readonly name: string;
  readonly department: string;
  readonly position: string;
}

/**
 * A node of the agenda.
 *
 * `embargoed`: its pages are kept back from the room until the item is opened. `closed`
 * (대외비): its title, pages and ink never reach an observer or a wall. `no_store`: no
 * tablet keeps its pages for later.
 */
export interface Item {
  readonly item_id: Id;
  readonly title: string;
  readonly department: string;
  readonly reporter: string;
  readonly minutes: number;
  readonly embargoed: boolean;
  readonly closed: boolean;
  readonly no_store: boolean;
}

/** Width and height of a page as it is shown, in PDF points, rounded to whole ones. */
export type PageSize = readonly [width: number, height: number];

/** A PDF under an agenda item; `content` names its bytes, `sizes` has one entry a page. */
export interface Document {
  readonly document_id: Id;
  readonly version: number;
  readonly item_id: Id;
  readonly name: string;
  readonly content: string;
  readonly sizes: readonly PageSize[];
}

/**
 * A version of a document that was replaced, and what became of its pages.
 *
 * `pages` has an entry a page; `changed` are the pages of the next version that are new
 * or say something else than before.
 */
export interface Former {
  readonly version: number;
  readonly content: string;
  readonly sizes: readonly PageSize[];
  readonly pages: readonly number[];
  readonly changed: readonly number[];
}

/** A page that could not be drawn, and the error code that says why. */
export interface FailedPage {
  readonly page: number;
  readonly code: Id;
}

/**
 * What a hand leaves on a page: a line, or words or a stamp at one point.
 *
 * `text` holds the words, or which stamp; a line has none.
 */
export interface Stroke {
  readonly stroke_id: Id;
  readonly page: PageRef;
  readonly tool: Tool;
  readonly colour: Colour;
  readonly width: number;
  readonly points: Points;
  readonly text: string;
}

/** A stroke that stands on a page, who drew it, and the entry of its log that added it. */
export interface Mark {
  readonly stroke: Stroke;
  readonly by: Author;
  readonly seq: number;
}

// --- Positions

/**
 * The logs a tablet follows: the meeting's, and the two of its seat.
 *
 * `notes` are for its own eyes. What is `collected` each writes alone, and the secretary
 * reads.
 */
export type StreamName =
  | "meeting"
  | "notes"
  | "collected";

/**
 * A place in a log: `epoch` names the log's life, `seq` its last entry applied.
 *
 * A log that was lost and begun again has another epoch, so a tablet cannot
 * take up a position in a history it never saw.
 */
export interface Position {
  readonly epoch: Id;
  readonly seq: number;
}

// --- Commands: what a tablet may ask for

/** The first message on a socket, and the only repair: who I am and what I have. */
export interface Hello {
  readonly type: "Hello";
  readonly protocol: number;
  readonly token: string;
  readonly meeting_id: Id;
  readonly position?: Position | null;
  readonly notes?: Position | null;
  readonly collected?: Position | null;
}

/** Asks for the ink of one page, as often as it takes: the marks after entry `after`. */
export interface ReadInk {
  readonly type: "ReadInk";
  readonly stream: StreamName;
  readonly page: PageRef;
  readonly after?: number;
}

export interface EditMeeting {
  readonly type: "EditMeeting";
  readonly command_id: Id;
  readonly title: string;
  readonly place: string;
  readonly starts_at: number;
}

/** The secretary or the chair opens the sitting. */
export interface OpenMeeting {
  readonly type: "OpenMeeting";
  readonly command_id: Id;
}

/** The secretary or the chair ends the sitting. */
export interface CloseMeeting {
  readonly type: "CloseMeeting";
  readonly command_id: Id;
}

/** Gives the packet out: everyone of the meeting may read it from now on. */
export interface PublishPacket {
  readonly type: "PublishPacket";
  readonly command_id: Id;
}

/** Takes the packet back: tablets put away what they keep of it. */
export interface RecallPacket {
  readonly type: "RecallPacket";
  readonly command_id: Id;
}

export interface AddPerson {
  readonly type: "AddPerson";
  readonly command_id: Id;
  readonly person: Person;
}

export interface EditPerson {
  readonly type: "EditPerson";
  readonly command_id: Id;
  readonly person: Person;
}

export interface RemovePerson {
  readonly type: "RemovePerson";
  readonly command_id: Id;
  readonly person_id: Id;
}

export interface AddItem {
  readonly type: "AddItem";
  readonly command_id: Id;
  readonly item: Item;
  readonly index: number;
}

export interface EditItem {
  readonly type: "EditItem";
  readonly command_id: Id;
  readonly item: Item;
}

export interface MoveItem {
  readonly type: "MoveItem";
  readonly command_id: Id;
  readonly item_id: Id;
  readonly index: number;
}

/** Takes the item and every document under it off the agenda. */
export interface RemoveItem {
  readonly type: "RemoveItem";
  readonly command_id: Id;
  readonly item_id: Id;
}

export interface RenameDocument {
  readonly type: "RenameDocument";
  readonly command_id: Id;
  readonly document_id: Id;
  readonly name: string;
}

/** Puts a document under an item, `index` counted among that item's documents. */
export interface MoveDocument {
  readonly type: "MoveDocument";
  readonly command_id: Id;
  readonly document_id: Id;
  readonly item_id: Id;
  readonly index: number;
}

export interface RemoveDocument {
  readonly type: "RemoveDocument";
  readonly command_id: Id;
  readonly document_id: Id;
}

/** I want to turn the pages; the chair and the secretary may take over. */
export interface TakeLead {
  readonly type: "TakeLead";
  readonly command_id: Id;
}

/** Passes the lead to another seat in the room, in one tap. */
export interface HandOver {
  readonly type: "HandOver";
  readonly command_id: Id;
  readonly seat_id: Id;
}

/** I no longer turn the pages; nobody does. */
export interface LeaveLead {
  readonly type: "LeaveLead";
  readonly command_id: Id;
}

/** May I turn the pages? Whoever leads or steers sees it, and hands over or declines. */
export interface RequestLead {
  readonly type: "RequestLead";
  readonly command_id: Id;
}

/** Takes a request for the lead back (one's own), or declines it (who leads or steers). */
export interface DropRequest {
  readonly type: "DropRequest";
  readonly command_id: Id;
  readonly seat_id: Id;
}

/** How tablets go along with the presenter from now on. */
export interface SetFollowing {
  readonly type: "SetFollowing";
  readonly command_id: Id;
  readonly following: Following;
}

/** An embargoed item may be seen by everyone of the meeting from now on. */
export interface OpenItem {
  readonly type: "OpenItem";
  readonly command_id: Id;
  readonly item_id: Id;
}

/** Everyone goes to this page, and looks at `region` of it (None: the whole). */
export interface TurnPage {
  readonly type: "TurnPage";
  readonly command_id: Id;
  readonly page: PageRef;
  readonly region?: Region | null;
}

/** Every screen shows nothing but black, or the page again. */
export interface Darken {
  readonly type: "Darken";
  readonly command_id: Id;
  readonly dark: boolean;
}

/** Whether members' ink may be shared with everyone. */
export interface AllowWriting {
  readonly type: "AllowWriting";
  readonly command_id: Id;
  readonly allowed: boolean;
}

/** Ink for everyone (`meeting`), for the secretary (`collected`) or for me alone (`notes`). */
export interface AddStroke {
  readonly type: "AddStroke";
  readonly command_id: Id;
  readonly stream: StreamName;
  readonly stroke: Stroke;
}

export interface EraseStrokes {
  readonly type: "EraseStrokes";
  readonly command_id: Id;
  readonly stream: StreamName;
  readonly page: PageRef;
  readonly stroke_ids: readonly Id[];
}

export type AnyCommand =
  | EditMeeting
  | OpenMeeting
  | CloseMeeting
  | PublishPacket
  | RecallPacket
  | AddPerson
  | EditPerson
  | RemovePerson
  | AddItem
  | EditItem
  | MoveItem
  | RemoveItem
  | RenameDocument
  | MoveDocument
  | RemoveDocument
  | TakeLead
  | HandOver
  | LeaveLead
  | RequestLead
  | DropRequest
  | SetFollowing
  | OpenItem
  | TurnPage
  | Darken
  | AllowWriting
  | AddStroke
  | EraseStrokes;

// --- Events: what a command did

export interface MeetingCreated {
  readonly type: "MeetingCreated";
  readonly meeting_id: Id;
  readonly title: string;
  readonly place: string;
  readonly starts_at: number;
}

export interface MeetingEdited {
  readonly type: "MeetingEdited";
  readonly title: string;
  readonly place: string;
  readonly starts_at: number;
}

/** The sitting has begun; its pages may be seen and led. */
export interface MeetingOpened {
  readonly type: "MeetingOpened";
}

/** The sitting has ended; nobody leads. */
export interface MeetingClosed {
  readonly type: "MeetingClosed";
}

/** Everyone of the meeting may read the packet. */
export interface PacketPublished {
  readonly type: "PacketPublished";
}

/** Only those who prepare may read the packet. */
export interface PacketRecalled {
  readonly type: "PacketRecalled";
}

export interface PersonAdded {
  readonly type: "PersonAdded";
  readonly person: Person;
}

export interface PersonEdited {
  readonly type: "PersonEdited";
  readonly person: Person;
}

export interface PersonRemoved {
  readonly type: "PersonRemoved";
  readonly person_id: Id;
}

export interface ItemAdded {
  readonly type: "ItemAdded";
  readonly item: Item;
  readonly index: number;
}

export interface ItemEdited {
  readonly type: "ItemEdited";
  readonly item: Item;
}

export interface ItemMoved {
  readonly type: "ItemMoved";
  readonly item_id: Id;
  readonly index: number;
}

export interface ItemRemoved {
  readonly type: "ItemRemoved";
  readonly item_id: Id;
}

export interface DocumentAdded {
  readonly type: "DocumentAdded";
  readonly document: Document;
}

/**
 * A new version stands in a document's place; ink goes along with the pages that stay.
 *
 * `pages` says for each page of the version before which one it is now, 0 for none;
 * `changed` are those of the new version that are new or say something else.
 */
export interface DocumentReplaced {
  readonly type: "DocumentReplaced";
  readonly document: Document;
  readonly pages: readonly number[];
  readonly changed: readonly number[];
}

/**
 * A seat's ink has gone along with the pages of a version that was replaced.
 *
 * In the logs of a seat alone: in the meeting's, `DocumentReplaced` says it.
 */
export interface InkCarried {
  readonly type: "InkCarried";
  readonly document_id: Id;
  readonly version: number;
  readonly pages: readonly number[];
}

export interface DocumentRenamed {
  readonly type: "DocumentRenamed";
  readonly document_id: Id;
  readonly name: string;
}

export interface DocumentMoved {
  readonly type: "DocumentMoved";
  readonly document_id: Id;
  readonly item_id: Id;
  readonly index: number;
}

export interface DocumentRemoved {
  readonly type: "DocumentRemoved";
  readonly document_id: Id;
}

/**
 * These pages can be shown now; `failed` ones stand as a grey sheet that says why.
 *
 * `reduced` are those of the drawn ones that came out at half the size only.
 */
export interface PagesDrawn {
  readonly type: "PagesDrawn";
  readonly document_id: Id;
  readonly drawn: readonly number[];
  readonly failed: readonly FailedPage[];
  readonly reduced: readonly number[];
}

/** What the document brings besides its pages; none of it is ever run or followed. */
export interface DocumentSurveyed {
  readonly type: "DocumentSurveyed";
  readonly document_id: Id;
  readonly carries: readonly Carried[];
}

/** Its text can be searched; `scanned` pages are pictures without any text. */
export interface DocumentRead {
  readonly type: "DocumentRead";
  readonly document_id: Id;
  readonly scanned: readonly number[];
}

/** The lead went to this seat, or to nobody. */
export interface LeadPassed {
  readonly type: "LeadPassed";
  readonly to: Author | null;
}

/** The signer of the entry asks for the lead. */
export interface LeadRequested {
  readonly type: "LeadRequested";
}

/** A seat no longer asks for the lead. */
export interface RequestDropped {
  readonly type: "RequestDropped";
  readonly seat_id: Id;
}

export interface FollowingSet {
  readonly type: "FollowingSet";
  readonly following: Following;
}

/** An embargoed item can be seen by everyone who may see the meeting. */
export interface ItemOpened {
  readonly type: "ItemOpened";
  readonly item_id: Id;
}

/** An item has this many pages that you may not see; told in a veiled stream only. */
export interface ItemVeiled {
  readonly type: "ItemVeiled";
  readonly item_id: Id;
  readonly pages: number;
}

/** The meeting is at an item you may not see; told in a veiled stream only. */
export interface PageVeiled {
  readonly type: "PageVeiled";
  readonly item_id: Id;
}

export interface PageTurned {
  readonly type: "PageTurned";
  readonly page: PageRef;
  readonly region: Region | null;
}

export interface Darkened {
  readonly type: "Darkened";
  readonly dark: boolean;
}

export interface WritingAllowed {
  readonly type: "WritingAllowed";
  readonly allowed: boolean;
}

export interface StrokeAdded {
  readonly type: "StrokeAdded";
  readonly stroke: Stroke;
}

export interface StrokesErased {
  readonly type: "StrokesErased";
  readonly page: PageRef;
  readonly stroke_ids: readonly Id[];
}

/** One line of a log: what one command did, numbered, dated and signed. */
export interface Entry {
  readonly seq: number;
  readonly at: number;
  readonly by: Author;
  readonly command_id: Id;
  readonly events: readonly AnyEvent[];
}

export type AnyEvent =
  | MeetingCreated
  | MeetingEdited
  | MeetingOpened
  | MeetingClosed
  | PacketPublished
  | PacketRecalled
  | PersonAdded
  | PersonEdited
  | PersonRemoved
  | ItemAdded
  | ItemEdited
  | ItemMoved
  | ItemRemoved
  | DocumentAdded
  | DocumentReplaced
  | InkCarried
  | DocumentRenamed
  | DocumentMoved
  | DocumentRemoved
  | PagesDrawn
  | DocumentSurveyed
  | DocumentRead
  | LeadPassed
  | LeadRequested
  | RequestDropped
  | FollowingSet
  | ItemOpened
  | ItemVeiled
  | PageVeiled
  | PageTurned
  | Darkened
  | WritingAllowed
  | StrokeAdded
  | StrokesErased;

// --- Signals: what passes and is forgotten

/** The leader's pointer on a page; sent at most every 33 ms. */
export interface PointerAt {
  readonly type: "PointerAt";
  readonly page: PageRef;
  readonly x: number;
  readonly y: number;
  readonly colour?: Colour;
  readonly shape?: PointerShape;
  readonly size?: PointerSize;
}

/** The pointer has left the page. */
export interface PointerGone {
  readonly type: "PointerGone";
}

/**
 * Part of a shared stroke not yet finished: its points from number `start` on.
 *
 * On the way points may be thinned out: where `start` is beyond the points had so far,
 * a straight line joins them.
 */
export interface StrokeProgress {
  readonly type: "StrokeProgress";
  readonly stroke_id: Id;
  readonly page: PageRef;
  readonly tool: Tool;
  readonly colour: Colour;
  readonly width: number;
  readonly start: number;
  readonly points: Points;
}

/** The tablet shows this page now, following the presenter or reading for itself. */
export interface PageReached {
  readonly type: "PageReached";
  readonly page: PageRef | null;
  readonly following: boolean;
}

/** A signal, and the seat it is from. */
export interface Passed {
  readonly seat_id: Id;
  readonly signal: SignalToTablet;
}

export type SignalFromTablet =
  | PointerAt
  | PointerGone
  | StrokeProgress
  | PageReached;

export type SignalToTablet =
  | PointerAt
  | PointerGone
  | StrokeProgress;

// --- Presence: who is here and where they are

/** One seat that is connected now; `following`: with the presenter, not reading for itself. */
export interface Present {
  readonly seat_id: Id;
  readonly name: string;
  readonly role: Role;
  readonly following: boolean;
}

/**
 * Who is in the room now.
 *
 * `whole`: `seats` are all that are here; else they are those that came or changed, and
 * `gone` those that left. Past 150 seats names go only to those who lead or steer; the
 * others get the numbers. `lost_since`: when the leading seat's last tablet went away.
 */
export interface Presence {
  readonly type: "Presence";
  readonly whole: boolean;
  readonly total: number;
  readonly following: number;
  readonly seats: readonly Present[];
  readonly gone: readonly Id[];
  readonly lost_since: number | null;
}

/** A seat that does not show the page: another page, none yet, or away altogether. */
export interface Behind {
  readonly seat_id: Id;
  readonly name: string;
  readonly page: PageRef | null;
  readonly following: boolean;
  readonly away: boolean;
  readonly since: number;
}

/**
 * For those who lead or steer: how many of the seats here show the meeting's page.
 *
 * `behind` names those that do not, the longest first; `more` counts those left out.
 */
export interface Receipts {
  readonly type: "Receipts";
  readonly page: PageRef | null;
  readonly reached: number;
  readonly of: number;
  readonly behind: readonly Behind[];
  readonly more: number;
}

// --- State: what the folds of the logs hold

/**
 * How far a document's pages are; once `complete`, `drawn` is empty and means all.
 *
 * `carries` is None until the document was surveyed, `scanned` until it was read through.
 */
export interface Progress {
  readonly complete: boolean;
  readonly drawn: readonly number[];
  readonly failed: readonly FailedPage[];
  readonly reduced: readonly number[];
  readonly carries: readonly Carried[] | null;
  readonly scanned: readonly number[] | null;
}

/**
 * What a live tablet shows: the fold of a meeting's entries up to `seq`.
 *
 * `items` and `documents` stand in agenda order. `inked` counts the strokes that stand on
 * a page, by `model.page_key`; the ink itself is asked for page by page (`ReadInk`).
 * `opened` are the embargoed items that were opened. `published`: whether the packet was
 * given out, or taken back since; None: as the phase says. `former` are the versions that
 * were replaced, by document, oldest first. `region` is the part of `page` to look at;
 * `dark`: every screen is black. `veils` counts, by item, the pages
 * that the reader of this state may not see; `veiled` is such an item when the meeting is
 * at it, and `page` is then None.
 */
export interface Snapshot {
  readonly seq: number;
  readonly meeting_id: string;
  readonly title: string;
  readonly place: string;
  readonly starts_at: number;
  readonly phase: Phase;
  readonly published: boolean | null;
  readonly opened_at: number | null;
  readonly people: readonly Person[];
  readonly items: readonly Item[];
  readonly opened: readonly string[];
  readonly documents: readonly Document[];
  readonly former: Readonly<Record<string, readonly Former[]>>;
  readonly progress: Readonly<Record<string, Progress>>;
  readonly lead: Author | null;
  readonly requests: readonly Author[];
  readonly following: Following;
  readonly page: PageRef | null;
  readonly region: Region | null;
  readonly dark: boolean;
  readonly members_may_write: boolean;
  readonly inked: Readonly<Record<string, number>>;
  readonly veils: Readonly<Record<string, number>>;
  readonly veiled: string | null;
}

/** A seat's own ink: the fold of one of its logs up to `seq`; `inked` as in a Snapshot. */
export interface Notes {
  readonly seq: number;
  readonly inked: Readonly<Record<string, number>>;
}

// --- Frames: what the service tells a tablet

/** A fresh start: the whole state of the meeting, for `you`. */
export interface Welcome {
  readonly type: "Welcome";
  readonly you: Actor;
  readonly position: Position;
  readonly state: Snapshot;
  readonly now: number;
}

/** A fresh start of the seat's own ink, private (`notes`) or `collected`. */
export interface NotesWelcome {
  readonly type: "NotesWelcome";
  readonly stream: StreamName;
  readonly position: Position;
  readonly state: Notes;
}

/** The entries a tablet lacks, in order; empty when it lacks none. */
export interface Tail {
  readonly type: "Tail";
  readonly stream: StreamName;
  readonly position: Position;
  readonly entries: readonly Entry[];
}

/** The next entry of a log; its `seq` is one more than the position before. */
export interface Advance {
  readonly type: "Advance";
  readonly stream: StreamName;
  readonly epoch: Id;
  readonly entry: Entry;
}

/** The command counts, now or since before; what it changed was announced already. */
export interface Accepted {
  readonly type: "Accepted";
  readonly command_id: Id;
}

/**
 * The command does not count; `code` is stable, the sentences are for people.
 *
 * `again`: the same command may succeed later, so the tablet keeps it and offers it.
 */
export interface Refused {
  readonly type: "Refused";
  readonly command_id: Id;
  readonly code: string;
  readonly ko: string;
  readonly en: string;
  readonly again: boolean;
}

/** Signals from other seats, passed on together; at most thirty such frames a second. */
export interface Passing {
  readonly type: "Passing";
  readonly signals: readonly Passed[];
}

/**
 * Marks of one page as they stand now, in the order of `seq`, those after `after`.
 *
 * `more`: there are later ones; ask again after the last mark's `seq`. Entries that follow
 * this frame are applied to it like to everything else. A page that is not there, or not
 * for you, has none.
 */
export interface Ink {
  readonly type: "Ink";
  readonly stream: StreamName;
  readonly page: PageRef;
  readonly after: number;
  readonly marks: readonly Mark[];
  readonly more: boolean;
}

export type AnyFrame =
  | Welcome
  | NotesWelcome
  | Tail
  | Advance
  | Accepted
  | Refused
  | Passing
  | Ink
  | Presence
  | Receipts;

export type MessageFromTablet =
  | Hello
  | ReadInk
  | EditMeeting
  | OpenMeeting
  | CloseMeeting
  | PublishPacket
  | RecallPacket
  | AddPerson
  | EditPerson
  | RemovePerson
  | AddItem
  | EditItem
  | MoveItem
  | RemoveItem
  | RenameDocument
  | MoveDocument
  | RemoveDocument
  | TakeLead
  | HandOver
  | LeaveLead
  | RequestLead
  | DropRequest
  | SetFollowing
  | OpenItem
  | TurnPage
  | Darken
  | AllowWriting
  | AddStroke
  | EraseStrokes
  | PointerAt
  | PointerGone
  | StrokeProgress
  | PageReached;

/** What a tablet of this version understands. */
export const FRAME_TYPES: readonly AnyFrame["type"][] = [
  "Welcome",
  "NotesWelcome",
  "Tail",
  "Advance",
  "Accepted",
  "Refused",
  "Passing",
  "Ink",
  "Presence",
  "Receipts",
];
