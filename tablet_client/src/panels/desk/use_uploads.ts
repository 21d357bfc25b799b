import { useEffect } from "preact/hooks";
import type { Document } from "../../protocol/messages.ts";
import type { Uploads } from "../upload_door.ts";

/** Takes files off the queue once their documents stand on the agenda. */
export function useSettledUploads(uploads: Uploads, documents: readonly Document[]): void {
  const settled = uploads.list.value
    .filter((each) => each.state.value === "done")
    .filter((each) => documents.some((document) => document.document_id === each.id));
  useEffect(() => {
    for (const each of settled) uploads.forget(each.id);
  }, [settled.length, uploads]);
}

/** Asks before the page is left while files are still on their way. */
export function useLeaveWarning(uploads: Uploads): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      const busy = ["waiting", "sending", "checking"];
      if (uploads.list.value.some((each) => busy.includes(each.state.value))) {
        event.preventDefault();
      }
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [uploads]);
}
