/**
 * A short name by which this browser knows a link again without keeping its secret.
 *
 * FNV-1a, 32 bits: it only has to tell a handful of links apart; `crypto.subtle`, which would
 * hash better, is missing on plain http.
 */
export function linkFingerprint(link: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(link)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}
