import type {
  Actor,
  AnyCommand,
  Mark,
  Notes,
  PageRef,
  Snapshot,
  StreamName,
} from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import type { Unsent } from "./keeping.ts";
import type { SheetMark } from "./room.ts";

/** Everything that decides what ink a page shows. */
export interface InkSources {
  readonly state: Snapshot | null;
  readonly notes: Notes | null;
  readonly unsent: readonly Unsent[];
  readonly you: Actor | null;
}

/**
 * The ink of one page as its reader should see it now.
 *
 * Own strokes and erasures show before the service has answered; a stroke that has arrived
 * meanwhile is shown once, as the log has it.
 */
export function inkOf(page: PageRef, sources: InkSources): readonly SheetMark[] {
  const key = pageKey(page);
  const arrived: SheetMark[] = [
    ...sheetMarks(sources.state?.strokes[key], "meeting"),
    ...sheetMarks(sources.notes?.strokes[key], "notes"),
  ];
  const commands = sources.unsent.map((each) => each.command);
  return withoutErased(
    [...arrived, ...drawnHere(commands, key, arrived, sources.you)],
    commands,
    key,
  );
}

function sheetMarks(marks: readonly Mark[] | undefined, stream: StreamName): readonly SheetMark[] {
  return (marks ?? []).map((mark) => ({ ...mark, stream, unsent: false }));
}

function drawnHere(
  commands: readonly AnyCommand[],
  key: string,
  arrived: readonly SheetMark[],
  you: Actor | null,
): readonly SheetMark[] {
  const there = new Set(arrived.map((mark) => mark.stroke.stroke_id));
  const by = { seat_id: you?.seat_id ?? "", name: you?.name ?? "" };
  return commands.flatMap((command) => {
    if (command.type !== "AddStroke" || pageKey(command.stroke.page) !== key) return [];
    if (there.has(command.stroke.stroke_id)) return [];
    return [{ stroke: command.stroke, by, stream: command.stream, unsent: true }];
  });
}

function withoutErased(
  marks: readonly SheetMark[],
  commands: readonly AnyCommand[],
  key: string,
): readonly SheetMark[] {
  const gone = new Set<string>();
  for (const command of commands) {
    if (command.type !== "EraseStrokes" || pageKey(command.page) !== key) continue;
    for (const id of command.stroke_ids) gone.add(`${command.stream} ${id}`);
  }
  return gone.size === 0
    ? marks
    : marks.filter((mark) => !gone.has(`${mark.stream} ${mark.stroke.stroke_id}`));
}
