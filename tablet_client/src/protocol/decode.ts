import { type AnyFrame, FRAME_TYPES } from "./messages.ts";

const KNOWN: ReadonlySet<unknown> = new Set(FRAME_TYPES);

/**
 * A frame of the service, or null for what this version does not understand.
 *
 * Only the shape's name is checked: the service writes what its types say, and the golden
 * cases hold the two together.
 */
export function decodeFrame(text: string): AnyFrame | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || !("type" in value)) return null;
  return KNOWN.has(value.type) ? (value as AnyFrame) : null;
}
