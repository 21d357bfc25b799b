import { type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import { type HttpProblem, noConnection, problemOf } from "./http.ts";
import { newId } from "./new_id.ts";

/** Files on their way at once: the service's disk is busy with one, the network with the rest. */
const AT_ONCE = 3;

/** How often a file whose connection broke is sent again by itself, and after which pauses. */
const PAUSES_MS = [1_000, 2_000, 5_000, 10_000] as const;

export type UploadState = "waiting" | "sending" | "checking" | "done" | "refused";

/** What a new version did to the pages of a document, counted; see `service/api/versions.py`. */
export interface NewVersion {
  readonly version: number;
  readonly pages: number;
  /** The name of the file sent; the document keeps its own. */
  readonly name: string;
  /** False for the file that stood there already. */
  readonly replaced: boolean;
  /** False when the two versions could not be compared, or not in time. */
  readonly compared: boolean;
  readonly same: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/** One file of the secretary's queue. `id` is the document's; `sent` counts bytes. */
export interface Upload {
  readonly id: string;
  /** The document whose new version the file is; its id is then not `id`. */
  readonly replaces: string | null;
  /** What became of that document's pages, once it is done. */
  readonly outcome: ReadonlySignal<NewVersion | null>;
  readonly itemId: string;
  readonly name: string;
  readonly size: number;
  readonly sent: Signal<number>;
  readonly state: Signal<UploadState>;
  readonly problem: Signal<HttpProblem | null>;
  /** Sends a refused file again, with its password if it has one. */
  retry(password?: string): void;
  /** Stops sending and takes the file off the list. */
  cancel(): void;
}

/** The secretary's queue of files, in the order they were dropped. */
export interface Uploads {
  readonly list: ReadonlySignal<readonly Upload[]>;
  add(itemId: string, files: readonly File[]): void;
  /** Sends a file as the new version of a document. */
  replace(document: { document_id: string; item_id: string }, file: File): void;
  /** Takes a file off the list; one still on its way is stopped. */
  forget(id: string): void;
}

/** Where files go: one meeting, as one seat. */
export interface Destination {
  readonly origin: string;
  readonly token: string;
  readonly meetingId: string;
}

/** The queue of one meeting; files are sent as soon as there is room. */
export function openUploads(destination: Destination): Uploads {
  const list = signal<readonly FileUpload[]>([]);
  const advance = () => {
    let room = AT_ONCE - list.value.filter((each) => each.isBusy()).length;
    // One at a time under an item: files stand there in the order they were dropped.
    const taken = new Set(
      list.value.filter((each) => each.isUnderWay()).map((each) => each.itemId),
    );
    for (const each of list.value.filter((each) => each.isReady())) {
      if (room === 0) return;
      if (taken.has(each.itemId)) continue;
      taken.add(each.itemId);
      room -= 1;
      each.send();
    }
  };
  const forget = (id: string) => {
    list.value.find((each) => each.id === id)?.stop();
    list.value = list.value.filter((each) => each.id !== id);
    advance();
  };
  const take = (uploads: readonly FileUpload[]) => {
    list.value = [...list.value, ...uploads];
    advance();
  };
  const queue = { destination, advance, forget };
  return {
    list,
    forget,
    add(itemId, files) {
      take(files.map((file) => new FileUpload(queue, itemId, null, file)));
    },
    replace({ document_id, item_id }, file) {
      // What is said of the version before makes room for what is said of this one.
      const before = list.value.find((each) => each.replaces === document_id && each.isOver());
      if (before !== undefined) forget(before.id);
      take([new FileUpload(queue, item_id, document_id, file)]);
    },
  };
}

/** What every file of a queue shares. */
interface Queue {
  readonly destination: Destination;
  readonly advance: () => void;
  readonly forget: (id: string) => void;
}

class FileUpload implements Upload {
  readonly id = newId();
  readonly name: string;
  readonly size: number;
  readonly sent = signal(0);
  readonly state = signal<UploadState>("waiting");
  readonly problem = signal<HttpProblem | null>(null);
  readonly itemId: string;
  readonly replaces: string | null;
  readonly outcome = signal<NewVersion | null>(null);
  readonly #destination: Destination;
  readonly #file: File;
  readonly #advance: () => void;
  readonly #forget: (id: string) => void;
  #password: string | undefined;
  #request: XMLHttpRequest | null = null;
  #breaks = 0;
  #pausing: ReturnType<typeof setTimeout> | null = null;

  constructor(queue: Queue, itemId: string, replaces: string | null, file: File) {
    this.#destination = queue.destination;
    this.itemId = itemId;
    this.replaces = replaces;
    this.#file = file;
    this.name = file.name;
    this.size = file.size;
    this.#advance = queue.advance;
    this.#forget = queue.forget;
  }

  isOver(): boolean {
    return this.state.value === "done" || this.state.value === "refused";
  }

  isBusy(): boolean {
    return this.#request !== null;
  }

  /** Being sent, or about to be sent again. */
  isUnderWay(): boolean {
    return this.#request !== null || this.#pausing !== null;
  }

  isReady(): boolean {
    return this.state.value === "waiting" && this.#request === null && this.#pausing === null;
  }

  retry(password?: string): void {
    if (this.state.value !== "refused") return;
    this.#password = password ?? this.#password;
    this.#breaks = 0;
    this.#queueAgain();
  }

  cancel(): void {
    this.#forget(this.id);
  }

  stop(): void {
    if (this.#pausing !== null) clearTimeout(this.#pausing);
    const request = this.#request;
    this.#request = null;
    request?.abort();
  }

  /** XHR, not fetch: only it tells how many bytes have left. */
  send(): void {
    const { token } = this.#destination;
    const request = new XMLHttpRequest();
    this.#request = request;
    this.state.value = "sending";
    this.problem.value = null;
    request.open("PUT", this.#address());
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.setRequestHeader("Content-Type", "application/pdf");
    if (this.#password !== undefined) {
      request.setRequestHeader("PDF-Password", encodeURIComponent(this.#password));
    }
    request.upload.onprogress = (event) => {
      this.sent.value = event.loaded;
    };
    request.upload.onload = () => {
      this.state.value = "checking";
    };
    request.onload = () => this.#answered(request);
    request.onerror = () => this.#broke(request);
    request.send(this.#file);
  }

  #address(): string {
    const { origin, meetingId } = this.#destination;
    const documents = `${origin}/api/meetings/${meetingId}/documents`;
    const name = new URLSearchParams({ name: this.name });
    if (this.replaces !== null) return `${documents}/${this.replaces}/versions?${name}`;
    return `${documents}/${this.id}?${new URLSearchParams({ item_id: this.itemId })}&${name}`;
  }

  #answered(request: XMLHttpRequest): void {
    if (this.#request !== request) return;
    this.#request = null;
    if (request.status >= 200 && request.status < 300) {
      this.sent.value = this.size;
      if (this.replaces !== null) this.outcome.value = JSON.parse(request.responseText);
      this.state.value = "done";
    } else {
      this.#refuse(problemOf(request.status, request.responseText));
    }
    this.#advance();
  }

  #broke(request: XMLHttpRequest): void {
    if (this.#request !== request) return;
    this.#request = null;
    const pause = PAUSES_MS[this.#breaks];
    if (pause === undefined) {
      this.#refuse(noConnection());
    } else {
      this.#breaks += 1;
      this.state.value = "waiting";
      this.sent.value = 0;
      this.#pausing = setTimeout(() => this.#queueAgain(), pause);
    }
    this.#advance();
  }

  #queueAgain(): void {
    this.#pausing = null;
    this.sent.value = 0;
    this.state.value = "waiting";
    this.#advance();
  }

  #refuse(problem: HttpProblem): void {
    this.problem.value = problem;
    this.state.value = "refused";
  }
}
