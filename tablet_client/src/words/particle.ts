const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Syllables come in groups of 28: without a final consonant first, then one for each. */
const FINALS = 28;
const FINAL_RIEUL = 8;

/** "로" or "으로", as the sound of the word before it wants; both when that is not Hangul. */
export function particleRo(word: string): string {
  const code = word
    .trim()
    .normalize("NFC")
    .charCodeAt(word.trim().length - 1);
  if (!(code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE)) return "(으)로";
  const final = (code - FIRST_SYLLABLE) % FINALS;
  return final === 0 || final === FINAL_RIEUL ? "로" : "으로";
}
