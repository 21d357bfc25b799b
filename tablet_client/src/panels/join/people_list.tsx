import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import type { Invited } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import { findPeople } from "./find_people.ts";

/** More people than fit on a tablet at once need a search box. */
const SEARCH_FROM = 13;

interface PeopleListProps {
  people: readonly Invited[];
  onPerson: (personId: string) => void;
  onNotListed: () => void;
}

/** The participants in large type; one tap and one is in. */
export function PeopleList({ people, onPerson, onNotListed }: PeopleListProps) {
  const w = words.value.join;
  const [query, setQuery] = useState("");
  const found = findPeople(people, query);
  return (
    <section class="stack">
      <div>
        <h2>{w.who}</h2>
        <p class="quiet">{w.whoHint}</p>
      </div>
      {people.length >= SEARCH_FROM && (
        <label class="search">
          <Icon name="search" />
          <span class="unseen">{w.search}</span>
          <input
            class="input"
            type="search"
            placeholder={w.search}
            autoComplete="off"
            data-testid="join-search"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
      )}
      {found.length === 0 && <p class="quiet">{w.nobody(query)}</p>}
      <ul class="people-grid">
        {found.map((person) => (
          <li key={person.person_id}>
            <button
              type="button"
              class="person"
              data-testid={`join-person-${person.name}`}
              onClick={() => onPerson(person.person_id)}
            >
              <span class="grow">
                <strong>{person.name}</strong>
                <span class="quiet small">
                  {[person.department, person.position].filter(Boolean).join(" · ")}
                </span>
              </span>
              {person.present && <span class="chip good">{w.present}</span>}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button text start"
        data-testid="join-not-listed"
        onClick={onNotListed}
      >
        {w.notListed}
      </button>
    </section>
  );
}
