import { api } from "../link/http.ts";
import { paintOnPicture } from "../paint/marks_on_picture.ts";
import type { Collected, CollectedDoor, WrittenMark } from "../panels/collected/collected_door.ts";

/** The service's doors to what was collected in one meeting; `stamp` is what a stamp says. */
export function openCollected(
  origin: string,
  token: string,
  meetingId: string,
  stamp: (text: string) => string,
): CollectedDoor {
  const ask = api(origin, token);
  const path = `/api/meetings/${meetingId}/collected`;
  return {
    async all(names, known) {
      // 204 has no body, which is then undefined.
      const query = `names=${names}&known=${encodeURIComponent(known)}`;
      return (await ask.get<Collected | undefined>(`${path}?${query}`)) ?? null;
    },
    async page({ document_id, version, page }) {
      const address = `${path}/${document_id}/${version}/${page}`;
      return (await ask.get<{ marks: WrittenMark[] }>(address)).marks;
    },
    paint: (canvas, marks) => paintOnPicture(canvas, marks, stamp),
  };
}
