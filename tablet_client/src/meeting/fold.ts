import type {
  AnyEvent,
  Entry,
  Notes,
  Snapshot,
  StrokeAdded,
  StrokesErased,
} from "../protocol/messages.ts";
import {
  addDocument,
  addItem,
  editItem,
  moveDocument,
  moveItem,
  removeDocument,
  removeItem,
} from "./agenda.ts";
import { carried, inkedAfter } from "./inked.ts";
import { notePages, noteReading, noteSurvey } from "./progress.ts";
import { replaceDocument } from "./succession.ts";

/**
 * The state after one more entry; `state` itself stays as it was.
 *
 * The twin of `service/meeting/state.py`: the golden cases in `tests/wire/golden/` are read
 * by both, so the two cannot drift apart. Throws when `entry` is not the next one.
 */
export function apply(state: Snapshot, entry: Entry): Snapshot {
  mustFollow(state.seq, entry);
  const after = entry.events.reduce((folded, event) => fold(folded, event, entry), state);
  return { ...after, seq: entry.seq };
}

/** A seat's private ink after one more entry of its own log. */
export function applyNotes(notes: Notes, entry: Entry): Notes {
  mustFollow(notes.seq, entry);
  const inked = entry.events.reduce((counts, event) => {
    if (event.type !== "InkCarried") return isInk(event) ? inkedAfter(counts, event) : counts;
    return carried(counts, event.document_id, event.version, event.pages);
  }, notes.inked);
  return { seq: entry.seq, inked };
}

function isInk(event: AnyEvent): event is StrokeAdded | StrokesErased {
  return event.type === "StrokeAdded" || event.type === "StrokesErased";
}

function mustFollow(seq: number, entry: Entry): void {
  if (entry.seq !== seq + 1) throw new Error(`entry ${entry.seq} does not follow ${seq}`);
}

function fold(state: Snapshot, event: AnyEvent, entry: Entry): Snapshot {
  switch (event.type) {
    case "MeetingCreated": {
      const { meeting_id, title, place, starts_at } = event;
      return { ...state, meeting_id, title, place, starts_at };
    }
    case "MeetingEdited": {
      const { title, place, starts_at } = event;
      return { ...state, title, place, starts_at };
    }
    case "MeetingOpened":
      return {
        ...state,
        phase: "open",
        published: true,
        opened_at: state.opened_at ?? entry.at,
      };
    case "MeetingClosed":
      return { ...state, phase: "closed", lead: null, requests: [], dark: false };
    case "PacketPublished":
      return { ...state, published: true };
    case "PacketRecalled":
      return { ...state, published: false };
    case "PersonAdded":
      return { ...state, people: [...state.people, event.person] };
    case "PersonEdited": {
      const { person } = event;
      const is = (each: { person_id: string }) => each.person_id === person.person_id;
      return { ...state, people: state.people.map((each) => (is(each) ? person : each)) };
    }
    case "PersonRemoved": {
      const people = state.people.filter((each) => each.person_id !== event.person_id);
      return { ...state, people };
    }
    case "ItemAdded":
      return addItem(state, event);
    case "ItemEdited":
      return editItem(state, event.item);
    case "ItemMoved":
      return moveItem(state, event);
    case "ItemRemoved":
      return removeItem(state, event.item_id);
    case "ItemOpened":
      return { ...state, opened: [...state.opened, event.item_id] };
    case "ItemVeiled":
      return { ...state, veils: { ...state.veils, [event.item_id]: event.pages } };
    case "DocumentAdded":
      return addDocument(state, event.document);
    case "DocumentReplaced":
      return replaceDocument(state, event);
    case "InkCarried": {
      const { document_id, version, pages } = event;
      return { ...state, inked: carried(state.inked, document_id, version, pages) };
    }
    case "DocumentRenamed": {
      const { document_id, name } = event;
      const documents = state.documents.map((each) =>
        each.document_id === document_id ? { ...each, name } : each,
      );
      return { ...state, documents };
    }
    case "DocumentMoved":
      return moveDocument(state, event);
    case "DocumentRemoved":
      return removeDocument(state, event.document_id);
    case "PagesDrawn":
      return notePages(state, event);
    case "DocumentSurveyed":
      return noteSurvey(state, event);
    case "DocumentRead":
      return noteReading(state, event);
    case "LeadPassed":
      return { ...withoutRequest(state, event.to?.seat_id), lead: event.to, dark: false };
    case "LeadRequested":
      return { ...state, requests: [...state.requests, entry.by] };
    case "RequestDropped":
      return withoutRequest(state, event.seat_id);
    case "FollowingSet":
      return { ...state, following: event.following };
    case "PageTurned":
      return { ...state, page: event.page, region: event.region, veiled: null, dark: false };
    case "Darkened":
      return { ...state, dark: event.dark };
    case "PageVeiled":
      return { ...state, page: null, region: null, veiled: event.item_id, dark: false };
    case "WritingAllowed":
      return { ...state, members_may_write: event.allowed };
    case "StrokeAdded":
    case "StrokesErased":
      return { ...state, inked: inkedAfter(state.inked, event) };
    default:
      return unknownEvent(event);
  }
}

function withoutRequest(state: Snapshot, seatId: string | undefined): Snapshot {
  return { ...state, requests: state.requests.filter((each) => each.seat_id !== seatId) };
}

/** A compile error when the protocol has an event this fold forgot. */
function unknownEvent(event: never): never {
  throw new Error(`no fold for ${JSON.stringify(event)}`);
}
