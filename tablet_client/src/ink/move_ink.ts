import type { Room, SheetMark } from "../meeting/room.ts";
import type { PageRef } from "../protocol/messages.ts";
import { erasures } from "./history.ts";

/** How many marks went to another page, and how many the service did not take there. */
export interface Moved {
  readonly moved: number;
  readonly stayed: number;
}

/**
 * Moves marks of one page to another, each in its own log.
 *
 * A mark is erased on the old page only once it counts on the new one: whatever happens in
 * between, it stands at least once.
 */
export async function moveInk(
  room: Room,
  marks: readonly SheetMark[],
  to: PageRef,
  makeId: () => string,
): Promise<Moved> {
  const arrived: SheetMark[] = [];
  await Promise.all(
    marks.map(async (mark) => {
      const stroke = { ...mark.stroke, stroke_id: makeId(), page: to };
      const outcome = await room.ask({ type: "AddStroke", stream: mark.stream, stroke });
      if (outcome.ok) arrived.push(mark);
    }),
  );
  throwAway(room, arrived);
  return { moved: arrived.length, stayed: marks.length - arrived.length };
}

/** Erases marks of one page. */
export function throwAway(room: Room, marks: readonly SheetMark[]): void {
  const [first] = marks;
  if (first === undefined) return;
  for (const wish of erasures(first.stroke.page, marks)) void room.ask(wish);
}
