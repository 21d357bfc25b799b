import type { AnyEvent, Entry, Notes, Snapshot } from "../protocol/messages.ts";
import {
  addDocument,
  addItem,
  moveDocument,
  moveItem,
  removeDocument,
  removeItem,
} from "./agenda.ts";
import { addStroke, eraseStrokes } from "./marks.ts";
import { notePages, noteReading, noteSurvey } from "./progress.ts";

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
  const strokes = entry.events.reduce((ink, event) => {
    if (event.type === "StrokeAdded") return addStroke(ink, event, entry);
    return event.type === "StrokesErased" ? eraseStrokes(ink, event) : ink;
  }, notes.strokes);
  return { seq: entry.seq, strokes };
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
      return { ...state, phase: "open", opened_at: state.opened_at ?? entry.at };
    case "MeetingClosed":
      return { ...state, phase: "closed", lead: null };
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
    case "ItemEdited": {
      const { item } = event;
      const is = (each: { item_id: string }) => each.item_id === item.item_id;
      return { ...state, items: state.items.map((each) => (is(each) ? item : each)) };
    }
    case "ItemMoved":
      return moveItem(state, event);
    case "ItemRemoved":
      return removeItem(state, event.item_id);
    case "DocumentAdded":
      return addDocument(state, event.document);
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
      return { ...state, lead: event.to };
    case "PageTurned":
      return { ...state, page: event.page };
    case "WritingAllowed":
      return { ...state, members_may_write: event.allowed };
    case "StrokeAdded":
      return { ...state, strokes: addStroke(state.strokes, event, entry) };
    case "StrokesErased":
      return { ...state, strokes: eraseStrokes(state.strokes, event) };
    default:
      return unknownEvent(event);
  }
}

/** A compile error when the protocol has an event this fold forgot. */
function unknownEvent(event: never): never {
  throw new Error(`no fold for ${JSON.stringify(event)}`);
}
