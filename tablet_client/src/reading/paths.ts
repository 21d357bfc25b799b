import type { PageRef } from "../protocol/messages.ts";

/** Where the service keeps what can be read in one meeting. */
export class Paths {
  readonly #meeting: string;

  constructor(meetingId: string) {
    this.#meeting = `/api/meetings/${encodeURIComponent(meetingId)}`;
  }

  text(page: PageRef): string {
    return `${this.#page(page)}/text`;
  }

  contents({ document_id, version }: Pick<PageRef, "document_id" | "version">): string {
    return `${this.#meeting}/documents/${encodeURIComponent(document_id)}/${version}/contents`;
  }

  search(query: Query): string {
    return `${this.#meeting}/search?${asked(query)}`;
  }

  hits(page: PageRef, query: Query): string {
    return `${this.#page(page)}/hits?${asked(query)}`;
  }

  #page({ document_id, version, page }: PageRef): string {
    return `${this.#meeting}/pages/${encodeURIComponent(document_id)}/${version}/${page}`;
  }
}

/** What is looked for; `typing`: an input method is still putting the last syllable together. */
export interface Query {
  readonly text: string;
  readonly typing: boolean;
}

const asked = ({ text, typing }: Query) => `q=${encodeURIComponent(text)}&typing=${typing}`;
