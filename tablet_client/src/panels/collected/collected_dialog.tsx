import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { DeskAt } from "../desk/desk_screen.tsx";
import { Choice } from "../parts/choice.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Switch } from "../parts/switch.tsx";
import type { View } from "../room/view.ts";
import { CollectedOut } from "./collected_out.tsx";
import { placedPages } from "./lines_of.ts";
import { namesOf } from "./people.ts";
import { useCollected } from "./use_collected.ts";
import { WordsOn } from "./words_on.tsx";
import { WrittenPaper } from "./written_paper.tsx";

type Way = "page" | "person";

interface CollectedDialogProps {
  at: DeskAt;
  view: View;
  onClose: () => void;
}

/** Everything collected: by page or by person, the page with its marks beside the words. */
export function CollectedDialog({ at, view, onClose }: CollectedDialogProps) {
  const w = words.value.notes.collected;
  const [names, setNames] = useState(false);
  const [way, setWay] = useState<Way>("page");
  const [writer, setWriter] = useState<string | null>(null);
  const [number, setNumber] = useState<number | null>(null);
  const { door, value, lost } = useCollected(at.visit, at.meetingId, names);
  // Until the answer without names has come, names that were shown are hidden all the same.
  const all = value === null || value.named === names ? value : withoutNames(value);
  const person =
    way === "person"
      ? (all?.writers.find((each) => each.writer === writer) ?? all?.writers[0] ?? null)
      : null;
  const everything = all === null ? [] : placedPages(all, view.packet);
  const pages = everything.filter(
    ({ written }) => person === null || written.writers.includes(person.writer),
  );
  const page = pages.find((each) => each.entry.number === number) ?? pages[0] ?? null;
  const called = all === null ? new Map<string, string>() : namesOf(all);
  return (
    <Dialog title={w.title} kind="wide" onClose={onClose} testid="collected">
      <div class="collected-head">
        <Choice
          label={w.ways}
          chosen={way}
          options={[
            { value: "page", label: w.byPage },
            { value: "person", label: w.byPerson },
          ]}
          onChoose={setWay}
          testid="collected-way"
        />
        <Switch
          label={w.names}
          hint={w.namesHint}
          checked={names}
          testid="collected-names"
          onChange={setNames}
        />
      </div>
      {lost && (
        <p class="wrong" role="status">
          {w.lost}
        </p>
      )}
      {all !== null && page === null && <p class="quiet">{w.nothing}</p>}
      {all !== null && page !== null && (
        <>
          {all.more && <p class="quiet small">{w.more}</p>}
          {person !== null && (
            <Picks
              label={w.people}
              testid="collected-person"
              options={all.writers.map((each) => ({
                id: each.writer,
                name: called.get(each.writer) ?? "",
              }))}
              chosen={person.writer}
              onChoose={setWriter}
            />
          )}
          <Picks
            label={w.pages}
            testid="collected-page"
            options={pages.map(({ entry, written }) => ({
              id: String(entry.number),
              name:
                person === null
                  ? w.pageBy(entry.number, written.writers.length)
                  : words.value.common.page(entry.number),
            }))}
            chosen={String(page.entry.number)}
            onChoose={(id) => setNumber(Number(id))}
          />
          <div class="collected-page">
            <WrittenPaper
              at={at}
              door={door}
              page={page}
              tag={all.tag}
              writer={person?.writer ?? null}
              names={names ? called : NOBODY}
            />
            <WordsOn all={all} page={page} writer={person?.writer ?? null} called={called} />
          </div>
          <CollectedOut all={all} packet={view.packet} title={view.state.title} />
        </>
      )}
    </Dialog>
  );
}

const NOBODY: ReadonlyMap<string, string> = new Map();

function withoutNames<T extends { writers: readonly { name: string | null }[] }>(value: T): T {
  return { ...value, writers: value.writers.map((each) => ({ ...each, name: null })) };
}

interface PicksProps {
  label: string;
  testid: string;
  options: readonly { id: string; name: string }[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** One of many, in a row that is scrolled. */
function Picks({ label, testid, options, chosen, onChoose }: PicksProps) {
  return (
    <fieldset class="picks" aria-label={label}>
      {options.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          class="button pick-one"
          aria-pressed={id === chosen}
          data-testid={testid}
          data-id={id}
          onClick={() => onChoose(id)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
