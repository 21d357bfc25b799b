import { useEffect } from "preact/hooks";
import { samePage } from "../../protocol/page_key.ts";
import { useDoors, type Visit } from "../doors.ts";
import type { MountedSheet } from "../sheet_door.ts";
import { ChosenBar } from "./chosen_bar.tsx";
import { HeldBack } from "./held_back.tsx";
import { MarksList } from "./marks_list.tsx";
import { NoteField } from "./note_field.tsx";

/** What writing puts over the page: the field of a note, what the lasso holds, ink that waits. */
export function PenLayer({ visit, sheet }: { visit: Visit; sheet: MountedSheet }) {
  const { ink, room } = visit;
  const { words } = ink;
  const { newId } = useDoors();
  const [writing, shown, tool] = [words.writing.value, room.shown.value, ink.tool.value];
  const isHere = writing !== null && shown !== null && samePage(writing.page, shown);
  // Words one has begun are never lost: they stand where they were begun.
  useEffect(() => {
    if (writing !== null && !isHere) words.finish();
  }, [writing, isHere, words]);
  useEffect(() => {
    const finish = () => words.finish();
    addEventListener("pagehide", finish);
    return () => removeEventListener("pagehide", finish);
  }, [words]);
  return (
    <>
      {isHere && <NoteField key={writing.before?.stroke.stroke_id} ink={ink} sheet={sheet} />}
      {tool === "lasso" && <ChosenBar ink={ink} sheet={sheet} />}
      <HeldBack room={room} newId={newId} />
      <MarksList visit={visit} />
    </>
  );
}
