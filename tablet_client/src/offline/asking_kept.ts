import type { PacketPage } from "../meeting/packet.ts";
import type { PageRef } from "../protocol/messages.ts";
import type { PageText } from "../reading/answers.ts";
import type { Ask } from "../reading/asking.ts";
import { boxesKept, findKept, type TextKept } from "./find_kept.ts";
import type { What } from "./leaves.ts";

/** What the tablet has of its packet. */
export interface KeptWords {
  leaf(page: PageRef, what: What): Promise<Blob | null>;
  packet(): readonly PacketPage[];
  /** Whether the service is in reach, as far as is known. */
  live(): boolean;
}

/** Answers from what is kept: words and outlines always, searches while the service is away. */
export function askKept(ask: Ask, kept: KeptWords): Ask {
  return <T>(path: string) => {
    const found = questionIn(path);
    if (found === null) return ask<T>(path);
    const question: Question = found;
    let stop: () => void = () => undefined;
    const askService = () => {
      const asked = ask<T>(path);
      stop = asked.stop;
      return asked.answer;
    };
    const answer = question.query === null ? fromLeaf() : fromService();
    return { answer: answer as Promise<T>, stop: () => stop() };

    async function fromLeaf(): Promise<unknown> {
      const leaf = await kept.leaf(question.page, question.what);
      return leaf === null ? askService() : JSON.parse(await leaf.text());
    }

    async function fromService(): Promise<unknown> {
      if (!kept.live()) return (await lookUp()) ?? askService();
      try {
        return await askService();
      } catch (thrown) {
        const known = isAway(thrown) ? await lookUp() : null;
        if (known === null) throw thrown;
        return known;
      }
    }

    /** Null when nothing of the packet's words is kept. */
    async function lookUp(): Promise<unknown> {
      const query = question.query ?? "";
      if (question.page.page > 0) {
        const text = await textOf(kept, question.page);
        return text === null ? null : { boxes: boxesKept(query, text) };
      }
      const texts: TextKept[] = [];
      const packet = kept.packet();
      for (const { page } of packet) {
        const text = await textOf(kept, page);
        if (text !== null) texts.push({ ...page, text });
      }
      return texts.length === 0 ? null : findKept(query, texts, packet.length);
    }
  };
}

async function textOf(kept: KeptWords, page: PageRef): Promise<PageText | null> {
  const leaf = await kept.leaf(page, "text");
  return leaf === null ? null : (JSON.parse(await leaf.text()) as PageText);
}

interface Question {
  readonly page: PageRef;
  readonly what: What;
  /** What is looked for; null where a leaf itself is asked for. */
  readonly query: string | null;
}

/** What a path of `reading/paths.ts` asks for; null for one that nothing kept can answer. */
function questionIn(path: string): Question | null {
  const { pathname, searchParams } = new URL(path, "http://tablet");
  const parts = pathname.split("/").map(decodeURIComponent);
  const [, , , , kind, document_id = "", version = "", page = "", last = ""] = parts;
  const query = searchParams.get("q");
  const at = (number: string) => ({ document_id, version: Number(version), page: Number(number) });
  if (kind === "pages" && last === "text") return { page: at(page), what: "text", query: null };
  if (kind === "pages" && last === "hits") return { page: at(page), what: "text", query };
  if (kind === "documents" && page === "contents") {
    return { page: at("1"), what: "contents", query: null };
  }
  if (kind === "search") return { page: at("0"), what: "text", query };
  return null;
}

/** Whether there was no answer at all; a refusal is one. */
function isAway(thrown: unknown): boolean {
  return typeof thrown === "object" && thrown !== null && "status" in thrown && thrown.status === 0;
}
