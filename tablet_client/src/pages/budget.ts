/** How much of a device's memory pages may take. */
export interface Budget {
  /** Decoded tiles, in bytes. */
  readonly tileBytes: number;
  /** Pixels of one canvas. */
  readonly canvasPixels: number;
}

const MIB = 1024 * 1024;

/** Any tablet: 26 tiles of 800 px, and the most pixels of a canvas on an iPad before it stays blank. */
export const TABLET: Budget = { tileBytes: 64 * MIB, canvasPixels: 5_242_880 };

/**
 * A wall: a computer behind a screen of 3840 x 2160, and what every engine paints at most.
 *
 * A slide that fills it takes 40 tiles of the level that is finer than the screen.
 */
export const WALL: Budget = { tileBytes: 128 * MIB, canvasPixels: 16_777_216 };
