import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { DeskAt } from "../desk/desk_screen.tsx";
import type { CollectedDoor, PaintedMark, WrittenMark } from "./collected_door.ts";
import type { PlacedPage } from "./lines_of.ts";

interface WrittenPaperProps {
  at: DeskAt;
  door: CollectedDoor;
  page: PlacedPage;
  /** Changes when something new was collected: the marks are then asked for again. */
  tag: string;
  /** Only this writer's marks; null for everybody's. */
  writer: string | null;
  names: ReadonlyMap<string, string>;
}

/** A page's picture with collected marks on top. */
export function WrittenPaper({ at, door, page, tag, writer, names }: WrittenPaperProps) {
  const w = words.value.notes.collected;
  const { entry } = page;
  const picture = usePicture(at, page);
  const marks = useMarks(door, page, tag);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = entry.document.sizes[entry.page.page - 1];
  const seen = marks.filter((each) => writer === null || each.writer === writer);
  useLayoutEffect(() => {
    const place = canvas.current;
    if (place === null) return;
    const painted: PaintedMark[] = seen.map(({ stroke, writer: by }) => ({
      stroke,
      name: names.get(by) ?? "",
    }));
    const paint = () => door.paint(place, painted);
    const watch = new ResizeObserver(paint);
    watch.observe(place);
    paint();
    return () => watch.disconnect();
  });
  return (
    <figure
      class="written-paper"
      style={{ "--ratio": size ? size[0] / size[1] : 1 }}
      aria-label={w.paper(entry.number)}
      data-testid="collected-paper"
      data-page={entry.number}
      data-marks={seen.length}
    >
      {picture !== null && <img src={picture} alt="" />}
      <canvas ref={canvas} />
    </figure>
  );
}

function usePicture(at: DeskAt, { entry }: PlacedPage): string | null {
  const { document_id, version, page } = entry.page;
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let address: string | null = null;
    let wanted = true;
    setPicture(null);
    at.door.picture(at.meetingId, { document_id, version, page }).then(
      (found) => {
        address = found;
        if (wanted) setPicture(found);
        else URL.revokeObjectURL(found);
      },
      // Without the picture the marks stand on an empty sheet; the words are beside it.
      () => undefined,
    );
    return () => {
      wanted = false;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [at.door, at.meetingId, document_id, version, page]);
  return picture;
}

function useMarks(door: CollectedDoor, { entry }: PlacedPage, tag: string): readonly WrittenMark[] {
  const { document_id, version, page } = entry.page;
  const [told, setTold] = useState<{ key: string; marks: readonly WrittenMark[] }>({
    key: "",
    marks: [],
  });
  const key = `${document_id}.${version}.${page}`;
  useEffect(() => {
    let wanted = true;
    door.page({ document_id, version, page }).then(
      (marks) => wanted && setTold({ key, marks }),
      // The next news asks again.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [door, key, tag]);
  return told.key === key ? told.marks : [];
}
