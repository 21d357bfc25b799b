/** Where something was found in a text: places of its letters, the end not included. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * What Korean hangs on a noun (조사), the longer first; the twin of the service's search is finer,
 * which among a few hundred notes of one's own would find the same.
 */
const PARTICLES: readonly string[] = [
  "에서부터 으로부터 에서는 에서도 까지는 까지도 부터는 으로는 으로도",
  "에서 에게 께서 한테 으로 까지 부터 보다 마다 조차 마저 처럼 대로 밖에 하고 이랑 이나 이며 만을 만이 만은 에는 에도 로는 로도",
  "을 를 이 가 은 는 의 에 와 과 로 도 만 랑 나",
].flatMap((line) => line.split(" "));

/** Letters left when a particle is taken off: 회의 is no 회 with 의. */
const SHORTEST_STEM = 2;

/**
 * Where a query stands in a text; null when it does not.
 *
 * Case, spaces and particles are forgiven. Of several words that do not stand together each
 * must be there, and the first one's place is told.
 */
export function findIn(text: string, query: string): Place | null {
  const words = query.split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return null;
  const folded = fold(text);
  const together = placeOf(folded, words.join(""));
  if (together !== null) return together;
  const places = words.map((word) => placeOf(folded, word) ?? placeOf(folded, stemOf(word)));
  return places.every((place) => place !== null) ? (places[0] ?? null) : null;
}

/** A text's letters without case and spaces, and the place in the text that each came from. */
interface Folded {
  readonly letters: readonly string[];
  readonly places: readonly Place[];
}

function fold(text: string): Folded {
  const letters: string[] = [];
  const places: Place[] = [];
  let at = 0;
  for (const letter of text) {
    // One letter may become several (ß, or a syllable in one piece): all come from one place.
    for (const plain of letter.normalize("NFKC").toLowerCase()) {
      if (/\s/u.test(plain)) continue;
      letters.push(plain);
      places.push({ start: at, end: at + letter.length });
    }
    at += letter.length;
  }
  return { letters, places };
}

function placeOf({ letters, places }: Folded, query: string): Place | null {
  const sought = fold(query).letters;
  if (sought.length === 0) return null;
  const last = letters.length - sought.length;
  for (let at = 0; at <= last; at += 1) {
    if (!sought.every((letter, index) => letters[at + index] === letter)) continue;
    const [first, end] = [places[at], places[at + sought.length - 1]];
    return first === undefined || end === undefined ? null : { start: first.start, end: end.end };
  }
  return null;
}

/** A word without its particle; the word itself when it bears none. */
function stemOf(word: string): string {
  for (const particle of PARTICLES) {
    const stem = word.slice(0, -particle.length);
    if (word.endsWith(particle) && stem.length >= SHORTEST_STEM) return stem;
  }
  return word;
}
