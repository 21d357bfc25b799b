import type { Invited } from "../doors.ts";

/** Those whose name, department or position has every word of the query. */
export function findPeople(people: readonly Invited[], query: string): readonly Invited[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const told = plain(`${person.name} ${person.department} ${person.position}`);
    return wanted.every((word) => told.includes(word));
  });
}

// NFC: a keyboard may hand over Hangul as separate letters.
const plain = (text: string) => text.normalize("NFC").toLowerCase();
