/**
 * Sends for the list of faces with rare syllables and Hanja, once the first screen stands.
 *
 * The list alone is 64 KB packed: too much to stand in the way of the first paint, which shows such a
 * name with the device's own letters at most until then. `came` hears that it is here.
 */
export function sendForRareLetters(came: () => void): void {
  const send = () => void import("./rare_letters.css").then(came, () => undefined);
  // After the common face is there: while it is not, browsers would fetch slices it makes needless.
  void document.fonts.ready.then(send, send);
}
