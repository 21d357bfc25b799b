import type { PageRef } from "../protocol/messages.ts";
import type { TileAt } from "./tiling.ts";

export type ImageSize = "tablet" | "thumb";

/** What asking for a page's image brought: pixels, a page that cannot be drawn, or no answer. */
export type Fetched =
  | { readonly kind: "image"; readonly blob: Blob }
  | { readonly kind: "failed"; readonly code: string }
  | { readonly kind: "away" };

/** Asks once for an image. Rejects only when `signal` aborts it. */
export type FetchPage = (page: PageRef, size: ImageSize, signal: AbortSignal) => Promise<Fetched>;

/** Where a meeting's images are, and the bearer that may see them. */
export interface Source {
  readonly origin: string;
  readonly token: string;
  readonly meetingId: string;
  /** Whether the browser may keep a page's image in a cache of its own; as it likes unless said. */
  readonly cacheOf?: (page: PageRef) => RequestCache;
}

/** Asks once for a tile. Rejects only when `signal` aborts it. */
export type FetchTile = (page: PageRef, tile: TileAt, signal: AbortSignal) => Promise<Fetched>;

/** Fetches over HTTP; the service answers once the page is drawn, the one looked at first. */
export function fetchFrom(source: Source): FetchPage {
  return async (page, size, signal) => {
    const response = await ask(source, page, size, signal, source.cacheOf?.(page));
    if (response === null) return { kind: "away" };
    if (response.ok) return picture(response, signal);
    const code = response.status === 422 ? await pageCode(response) : null;
    return code === null ? { kind: "away" } : { kind: "failed", code };
  };
}

/** Fetches tiles over HTTP; whatever the service refuses for good is a tile that failed. */
export function fetchTilesFrom(source: Source): FetchTile {
  return async (page, { level, column, row }, signal) => {
    const place = `tiles/${level}/${column}/${row}`;
    const response = await ask(source, page, place, signal, source.cacheOf?.(page));
    if (response?.ok) return picture(response, signal);
    const passes = response === null || response.status >= 500 || response.status === 429;
    return passes ? { kind: "away" } : { kind: "failed", code: String(response.status) };
  };
}

/** The service's answer; null when there is none. */
async function ask(
  { origin, token, meetingId }: Source,
  page: PageRef,
  what: string,
  signal: AbortSignal,
  cache: RequestCache = "default",
): Promise<Response | null> {
  const place = `${page.document_id}/${page.version}/${page.page}/${what}`;
  try {
    return await fetch(`${origin}/api/meetings/${meetingId}/pages/${place}`, {
      headers: { Authorization: `Bearer ${token}` },
      signal,
      cache,
    });
  } catch (problem) {
    return away(problem, signal);
  }
}

/** The picture in an answer; the line may break while it comes. */
async function picture(response: Response, signal: AbortSignal): Promise<Fetched> {
  try {
    return { kind: "image", blob: await response.blob() };
  } catch (problem) {
    return away(problem, signal) ?? { kind: "away" };
  }
}

function away(problem: unknown, signal: AbortSignal): null {
  signal.throwIfAborted();
  if (problem instanceof Error) return null;
  throw problem;
}

/** The code of a page that cannot be drawn; null for any other refusal. */
async function pageCode(response: Response): Promise<string | null> {
  const body: unknown = await response.json();
  if (typeof body !== "object" || body === null || !("code" in body)) return null;
  return typeof body.code === "string" && body.code.startsWith("page_") ? body.code : null;
}
