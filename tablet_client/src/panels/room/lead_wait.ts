/** How long the lead waits for a presenter whose line is lost, as the service has it. */
export const LEAD_WAITS_MS = 15_000;

/** How many seconds the lead still waits; 0 once it may be taken, null while nobody is lost. */
export function leadWait(lostSince: number | null, now: number): number | null {
  if (lostSince === null) return null;
  const left = Math.ceil((lostSince + LEAD_WAITS_MS - now) / 1000);
  return Math.min(LEAD_WAITS_MS / 1000, Math.max(0, left));
}
