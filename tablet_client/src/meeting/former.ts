import type { AddStroke } from "../protocol/messages.ts";
import type { Unsent } from "./keeping.ts";

/** Whose notes lie on a tablet: a seat of a meeting, under the name it was taken with. */
export interface NamedSeat {
  readonly seat_id: string;
  readonly meeting_id: string;
  readonly name: string;
}

/** A stroke that was never known to count. */
export interface UnsentInk extends Unsent {
  readonly command: AddStroke;
}

/** The seats that are over whose notes somebody is offered: of the same meeting and name. */
export function offeredTo(me: NamedSeat, former: readonly NamedSeat[]): readonly NamedSeat[] {
  const mine = spelled(me.name);
  if (mine === "") return [];
  return former.filter(
    (each) =>
      each.seat_id !== me.seat_id &&
      each.meeting_id === me.meeting_id &&
      spelled(each.name) === mine,
  );
}

/** The strokes that stand after everything a seat did, oldest first: what was erased is gone. */
export function inkLeft(unsent: readonly Unsent[]): readonly UnsentInk[] {
  const standing = new Map<string, UnsentInk>();
  for (const { command, ...when } of [...unsent].sort((a, b) => a.order - b.order)) {
    if (command.type === "AddStroke") {
      standing.set(command.stroke.stroke_id, { ...when, command });
    } else if (command.type === "EraseStrokes") {
      for (const id of command.stroke_ids) standing.delete(id);
    }
  }
  return [...standing.values()];
}

/**
 * What a new seat asks for the strokes of former ones: each once more, as a command of its own.
 *
 * A seat's strokes keep their order, and the seat that wrote first comes first. Erasures are
 * left out: of what is not one's own they may not be allowed.
 */
export function handedOn(
  lots: readonly (readonly Unsent[])[],
  makeId: () => string,
): readonly UnsentInk[] {
  return lots
    .map(inkLeft)
    .sort((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0))
    .flat()
    .map(({ at, command }, order) => ({
      order,
      at,
      command: { ...command, command_id: makeId() },
    }));
}

/** A name as it is compared: Hangul may come in whole syllables or in their letters. */
const spelled = (name: string) => name.normalize("NFC").trim();
