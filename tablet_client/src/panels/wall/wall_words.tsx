import type { Snapshot } from "../../protocol/messages.ts";
import { dateAndTime } from "../../words/figures.ts";
import { language } from "../../words/words.ts";
import type { ItemSpan } from "../room/packet_spans.ts";

interface WallWordsProps {
  title: string;
  line: string;
  state?: Snapshot;
  spans?: readonly ItemSpan[];
}

/** What the wall says while there is no page: large enough for the last row. */
export function WallWords({ title, line, state, spans = [] }: WallWordsProps) {
  return (
    <div class="wall-words">
      <h1>{title}</h1>
      <p>{line}</p>
      {state !== undefined && (
        <p class="quiet">
          {[dateAndTime(state.starts_at, language.value), state.place].filter(Boolean).join(" · ")}
        </p>
      )}
      {spans.length > 0 && (
        <ol class="wall-agenda">
          {spans.map(({ item, number }) => (
            <li key={item.item_id}>
              <span class="agenda-number">{number}</span>
              <span>{item.title}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
