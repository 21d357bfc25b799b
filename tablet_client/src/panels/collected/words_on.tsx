import { words } from "../../words/words.ts";
import type { Collected } from "./collected_door.ts";
import { isOn, type PlacedPage } from "./lines_of.ts";
import { saidOf } from "./people.ts";

interface WordsOnProps {
  all: Collected;
  page: PlacedPage;
  /** Only this writer's; null for everybody's. */
  writer: string | null;
  called: ReadonlyMap<string, string>;
}

/** What was written with the keyboard on one page, to read. */
export function WordsOn({ all, page: { entry }, writer, called }: WordsOnProps) {
  const w = words.value.notes.collected;
  const said = all.words
    .filter(isOn(entry.page))
    .filter((each) => writer === null || each.writer === writer);
  return (
    <section class="collected-words" aria-label={entry.item.title}>
      <h3>
        {words.value.common.page(entry.number)} · {entry.item.title}
      </h3>
      {said.length > 0 && (
        <ul data-testid="collected-words">
          {said.map((each, index) => (
            <li key={index} class="collected-line">
              <span class="quiet small">
                {called.get(each.writer)} · {w.kinds[each.tool] ?? each.tool}
              </span>
              <span class="collected-said">{saidOf(each)}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet small">{w.handwriting}</p>
    </section>
  );
}
