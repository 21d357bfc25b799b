import {
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  signal,
  untracked,
} from "@preact/signals-core";
import { maySeePages } from "../meeting/powers.ts";
import type { Room } from "../meeting/room.ts";
import type { PageRef } from "../protocol/messages.ts";
import type { Contents, PageText } from "./answers.ts";
import type { AskingParts } from "./asking.ts";
import { Hits } from "./hits.ts";
import { KeptAnswers, type Look } from "./kept_answers.ts";
import { Paths } from "./paths.ts";
import { Search } from "./search.ts";
import { WayBack } from "./way_back.ts";

/** A page looked at for less is only passed by: hundreds of tablets turn at once. */
const DWELL_MS = 250;

/** A page's words are about 40 KiB; a reader goes back and forth over a few. */
const TEXTS_KEPT = 24;

/** More documents than a meeting has. */
const CONTENTS_KEPT = 500;

type DocumentRef = Pick<PageRef, "document_id" | "version">;

/** What one seat reads in its packet besides the pictures: words, contents, search. */
export interface Reader {
  /** The words of the page shown; null until it was looked at for a moment. */
  readonly text: ReadonlySignal<Look<PageText> | null>;
  /** What a document says of itself, as far as it is known; read it while rendering. */
  contents(document: DocumentRef): Look<Contents> | null;
  /** Has these documents' contents fetched too, besides those of the page shown. */
  wantContents(documents: readonly DocumentRef[]): void;
  readonly search: Search;
  readonly hits: Hits;
  readonly wayBack: WayBack;
  /** Whether the hand selects the page's words rather than moves the page. */
  readonly selecting: Signal<boolean>;
  close(): void;
}

/** Opens the reading of one meeting; close it when leaving. */
export function openReader(room: Room, meetingId: string, parts: AskingParts): Reader {
  const paths = new Paths(meetingId);
  const texts = new KeptAnswers<PageText>(parts, TEXTS_KEPT);
  const contents = new KeptAnswers<Contents>(parts, CONTENTS_KEPT);
  const search = new Search(parts, paths);
  const hits = new Hits(parts, paths, search, room);
  const wayBack = new WayBack(room);
  const wished = signal<ReadonlySet<string>>(new Set());
  const lookedAt = signal<PageRef | null>(null);
  const stops = [
    effect(() => {
      const page = room.shown.value;
      return parts.later(DWELL_MS, () => {
        lookedAt.value = page;
      });
    }),
    effect(() => {
      const page = reads(room) ? lookedAt.value : null;
      const others = wished.value;
      const mine = page === null ? [] : [paths.contents(page)];
      untracked(() => {
        texts.want(page === null ? [] : [paths.text(page)]);
        contents.want([...new Set([...mine, ...others])]);
      });
    }),
    // A packet that changed may hold what was looked for, or hold it no more.
    watch(versionsIn(room), () => search.again()),
  ];
  return {
    text: computed(() => {
      void texts.changes.value;
      const page = room.shown.value;
      return page === null ? null : texts.look(paths.text(page));
    }),
    contents(document) {
      void contents.changes.value;
      return contents.look(paths.contents(document));
    },
    wantContents(documents) {
      const known = wished.peek();
      const all = new Set([...known, ...documents.map((each) => paths.contents(each))]);
      if (all.size > known.size) wished.value = all;
    },
    search,
    hits,
    wayBack,
    selecting: signal(false),
    close() {
      for (const stop of stops) stop();
      search.clear();
      hits.close();
      wayBack.close();
      texts.close();
      contents.close();
    },
  };
}

/** Whether there is somebody here who reads, and may: a wall only shows. */
function reads(room: Room): boolean {
  const [state, you] = [room.state.value, room.you.value];
  return state !== null && you !== null && you.role !== "screen" && maySeePages(state, you);
}

function versionsIn(room: Room): ReadonlySignal<string> {
  return computed(() =>
    (room.state.value?.documents ?? [])
      .map(({ document_id, version }) => `${document_id}.${version}`)
      .join(" "),
  );
}

/** Acts whenever the value changes, not the first time. */
function watch(value: ReadonlySignal<unknown>, act: () => void): () => void {
  let first = true;
  return effect(() => {
    void value.value;
    if (!first) untracked(act);
    first = false;
  });
}
