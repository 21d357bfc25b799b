/** Letters an id may have; 64 of them, so that six random bits pick one without bias. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * A new id of 126 random bits, made on the tablet.
 *
 * `crypto.randomUUID` is missing on plain http, which is what a meeting room's network has.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(21));
  return Array.from(bytes, (byte) => LETTERS[byte & 63]).join("");
}
