import { useEffect, useRef, useState } from "preact/hooks";
import { leftBehind } from "../../meeting/succession.ts";
import type { PageRef } from "../../protocol/messages.ts";
import type { View } from "../room/view.ts";

/** That the document being read was replaced just now; `gone`: the page read is not in it. */
export interface JustReplaced {
  readonly document_id: string;
  readonly version: number;
  readonly gone: boolean;
}

/** Says so from then on, until it is put away or another document is read. */
export function useReplaced(view: View): [JustReplaced | null, () => void] {
  const { mine, state } = view;
  const last = useRef<PageRef | null>(null);
  const [replaced, setReplaced] = useState<JustReplaced | null>(null);
  const id = mine?.page.document_id ?? null;
  const version = mine?.page.version ?? 0;
  useEffect(() => {
    const before = last.current;
    last.current = mine?.page ?? null;
    if (before === null || id === null || before.document_id !== id) setReplaced(null);
    else if (before.version < version) {
      setReplaced({ document_id: id, version, gone: isGone(before) });
    }

    function isGone(page: PageRef): boolean {
      return leftBehind(state, page);
    }
  }, [id, version, mine?.page.page]);
  return [replaced, () => setReplaced(null)];
}
