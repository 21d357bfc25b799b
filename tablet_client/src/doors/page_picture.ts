import { noConnection, problemOf } from "../link/http.ts";
import type { PageRef } from "../protocol/messages.ts";

/**
 * A page in the tablet's size as an address an image element can show.
 *
 * The caller gives it back with `URL.revokeObjectURL`. Throws HttpProblem.
 */
export function pagePicture(
  origin: string,
  token: string,
  meetingId: string,
): (page: PageRef) => Promise<string> {
  return async ({ document_id, version, page }) => {
    const at = `${origin}/api/meetings/${meetingId}/pages/${document_id}/${version}/${page}/tablet`;
    const headers = { Authorization: `Bearer ${token}` };
    const response = await fetch(at, { headers }).catch(() => {
      throw noConnection();
    });
    if (!response.ok) throw problemOf(response.status, await response.text());
    return URL.createObjectURL(await response.blob());
  };
}
