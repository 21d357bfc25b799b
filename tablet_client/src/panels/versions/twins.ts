import type { Document } from "../../protocol/messages.ts";
import type { Uploads } from "../upload_door.ts";

/** A file that is called like a document of the item it was dropped on. */
export interface Twin {
  readonly file: File;
  readonly document: Document;
}

/** The files whose document stands under the item already, and the others. */
export function sortTwins(
  itemId: string,
  files: readonly File[],
  documents: readonly Document[],
): { readonly twins: readonly Twin[]; readonly others: readonly File[] } {
  const here = documents.filter((each) => each.item_id === itemId);
  const twins: Twin[] = [];
  const others: File[] = [];
  for (const file of files) {
    const name = plainName(file.name);
    const document = here.find((each) => plainName(each.name) === name);
    if (document === undefined) others.push(file);
    else twins.push({ file, document });
  }
  return { twins, others };
}

/** The queue as before, but files that look like new versions are asked about first. */
export function askingOfTwins(
  uploads: Uploads,
  documents: readonly Document[],
  ask: (twins: readonly Twin[]) => void,
): Uploads {
  return {
    list: uploads.list,
    forget: (id) => uploads.forget(id),
    replace: (document, file) => uploads.replace(document, file),
    add(itemId, files) {
      const { twins, others } = sortTwins(itemId, files, documents);
      if (others.length > 0) uploads.add(itemId, others);
      if (twins.length > 0) ask(twins);
    },
  };
}

/** A name as people read it: composed (macOS sends letters apart), without the ending. */
function plainName(name: string): string {
  const bare = name.normalize("NFC").replace(/\.pdf\s*$/i, "");
  return bare.split(/\s+/).join(" ").trim();
}
