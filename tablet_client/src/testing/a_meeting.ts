// A small meeting for tests: two items, three documents, six pages.
import type {
  Actor,
  AnyEvent,
  Document,
  Entry,
  PageRef,
  Role,
  Snapshot,
  Stroke,
  Welcome,
} from "../protocol/messages.ts";

export const EPOCH = "life-1";

export function page(document_id: string, number = 1): PageRef {
  return { document_id, version: 1, page: number };
}

export function document(document_id: string, item_id: string, pages: number): Document {
  const sizes = Array.from({ length: pages }, () => [595, 842] as const);
  return { document_id, version: 1, item_id, name: `${document_id}.pdf`, content: "0", sizes };
}

export function stroke(stroke_id: string, on: PageRef = page("d1")): Stroke {
  const points = [100, 100, 128, 400, 400, 128];
  return { stroke_id, page: on, tool: "pen", colour: "blue", width: 22, points, text: "" };
}

export function actor(role: Role, seat_id = "me"): Actor {
  return { seat_id, name: "이과장", role };
}

export function snapshot(change: Partial<Snapshot> = {}): Snapshot {
  const item = (item_id: string) => ({
    item_id,
    title: item_id,
    department: "",
    reporter: "",
    minutes: 0,
    embargoed: false,
    closed: false,
    no_store: false,
  });
  const done = { complete: true, drawn: [], failed: [], reduced: [], carries: [], scanned: [] };
  return {
    seq: 10,
    meeting_id: "m1",
    title: "월요 간부회의",
    place: "",
    starts_at: 0,
    phase: "open",
    published: null,
    opened_at: 1,
    people: [],
    items: [item("i1"), item("i2")],
    opened: [],
    documents: [document("d1", "i1", 3), document("d2", "i1", 2), document("d3", "i2", 1)],
    former: {},
    progress: { d1: done, d2: done, d3: done },
    lead: null,
    requests: [],
    following: "follow",
    page: null,
    region: null,
    dark: false,
    members_may_write: false,
    inked: {},
    veils: {},
    veiled: null,
    ...change,
  };
}

export function welcome(you: Actor, state: Snapshot = snapshot()): Welcome {
  return { type: "Welcome", you, position: { epoch: EPOCH, seq: state.seq }, state, now: 5_000 };
}

export function entry(
  seq: number,
  events: readonly AnyEvent[],
  change: Partial<Entry> = {},
): Entry {
  const by = { seat_id: "other", name: "김간사" };
  return { seq, at: 0, by, command_id: `other-${seq}`, events, ...change };
}
