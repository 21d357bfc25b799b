/** The pointer's radius on the page: 2.2 % of its width across, seen from the last row. */
const POINTER = 110;

/** Its halo: wide enough to be found, and clear enough to read through. */
const HALO = 2.4 * POINTER;

/** Paints where a hand points; the context's transform is in the units of ink. */
export function paintPointer(
  context: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  colour: string,
): void {
  const disc = (radius: number, alpha: number) => {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.globalAlpha = alpha;
    context.fill();
  };
  context.fillStyle = colour;
  disc(HALO, 0.16);
  disc((HALO + POINTER) / 2, 0.22);
  disc(POINTER, 0.9);
  context.globalAlpha = 1;
}
