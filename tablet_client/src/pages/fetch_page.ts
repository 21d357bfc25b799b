import type { PageRef } from "../protocol/messages.ts";

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
}

/** Fetches over HTTP; the service answers once the page is drawn, the one looked at first. */
export function fetchFrom({ origin, token, meetingId }: Source): FetchPage {
  return async (page, size, signal) => {
    const place = `${page.document_id}/${page.version}/${page.page}/${size}`;
    try {
      const response = await fetch(`${origin}/api/meetings/${meetingId}/pages/${place}`, {
        headers: { Authorization: `Bearer ${token}` },
        signal,
      });
      if (response.ok) return { kind: "image", blob: await response.blob() };
      const code = response.status === 422 ? await pageCode(response) : null;
      return code === null ? { kind: "away" } : { kind: "failed", code };
    } catch (problem) {
      signal.throwIfAborted();
      if (problem instanceof Error) return { kind: "away" };
      throw problem;
    }
  };
}

/** The code of a page that cannot be drawn; null for any other refusal. */
async function pageCode(response: Response): Promise<string | null> {
  const body: unknown = await response.json();
  if (typeof body !== "object" || body === null || !("code" in body)) return null;
  return typeof body.code === "string" && body.code.startsWith("page_") ? body.code : null;
}
