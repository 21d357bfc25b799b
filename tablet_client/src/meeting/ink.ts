import type { Actor, AnyCommand, PageRef, StreamName } from "../protocol/messages.ts";
import { pageKey, samePage } from "../protocol/page_key.ts";
import type { Unsent } from "./keeping.ts";
import type { SheetMark } from "./room.ts";
import { placed, type Versions } from "./succession.ts";

/** What has arrived of one log's ink; of `Sheets`. */
export interface ArrivedInk {
  marks(key: string): readonly SheetMark[] | undefined;
  has(key: string, strokeId: string): boolean;
}

/** Everything that decides what ink a page shows. */
export interface InkSources {
  readonly sheets: Readonly<Record<StreamName, ArrivedInk>>;
  readonly unsent: readonly Unsent[];
  readonly you: Actor | null;
  /** The versions by which ink that waits for an old page is shown on the new one. */
  readonly versions?: Versions | null;
}

/** After everything that stands: ink that no log has yet. */
const NOT_YET = Number.MAX_SAFE_INTEGER;

const NO_INK: readonly SheetMark[] = [];

/**
 * The ink of one page as its reader should see it now.
 *
 * Own strokes and erasures show before the service has answered; a stroke that has arrived
 * meanwhile is shown once, as the log has it.
 */
export function inkOf(page: PageRef, sources: InkSources): readonly SheetMark[] {
  const { sheets, unsent, you, versions = null } = sources;
  const key = pageKey(page);
  const shared = sheets.meeting.marks(key) ?? NO_INK;
  const collected = sheets.collected.marks(key) ?? NO_INK;
  const notes = sheets.notes.marks(key) ?? NO_INK;
  const commands = unsent.map((each) => nowOn(page, each.command, versions));
  const drawn = drawnHere(commands, key, sheets, you);
  return withoutErased(joined(joined(joined(shared, collected), notes), drawn), commands, key);
}

/** The command as it is for the page shown, where it was given for that page in an old version. */
function nowOn(page: PageRef, command: AnyCommand, versions: Versions | null): AnyCommand {
  if (versions === null) return command;
  const isHere = (old: PageRef) =>
    old.document_id === page.document_id &&
    old.version !== page.version &&
    samePage(placed(versions, old), page);
  if (command.type === "EraseStrokes" && isHere(command.page)) return { ...command, page };
  if (command.type === "AddStroke" && isHere(command.stroke.page)) {
    return { ...command, stroke: { ...command.stroke, page } };
  }
  return command;
}

/** The same list where nothing is added: what looks at it then knows that nothing changed. */
function joined(one: readonly SheetMark[], other: readonly SheetMark[]): readonly SheetMark[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...one, ...other];
}

function drawnHere(
  commands: readonly AnyCommand[],
  key: string,
  sheets: InkSources["sheets"],
  you: Actor | null,
): readonly SheetMark[] {
  const by = { seat_id: you?.seat_id ?? "", name: you?.name ?? "" };
  return commands.flatMap((command) => {
    if (command.type !== "AddStroke" || pageKey(command.stroke.page) !== key) return [];
    if (sheets[command.stream].has(key, command.stroke.stroke_id)) return [];
    return [{ stroke: command.stroke, by, seq: NOT_YET, stream: command.stream, unsent: true }];
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
