/** A page's picture, and its width and height on the glass, in whole pixels. */
export interface Fitting {
  readonly image: ImageBitmap;
  /** What the picture was decoded from. */
  readonly source: Blob;
  readonly width: number;
  readonly height: number;
}

/** The page shown and those a turn goes to; each is at most as large as the stage. */
const MOST = 3;

/**
 * Pictures of pages made as large as they are shown, before they are.
 *
 * Scaling a page down costs 15 ms of every paint where no graphics card does it; laying it on
 * the glass pixel by pixel takes 2. A picture that would have to grow is left as it is.
 */
export class Fitted {
  readonly #made = new Map<ImageBitmap, Fitting>();
  readonly #making = new Map<ImageBitmap, Fitting>();
  readonly #hear: () => void;
  readonly #make: (fitting: Fitting) => Promise<ImageBitmap>;

  /** `hear` is told whenever one more is made, or cannot be. */
  constructor(
    make: (fitting: Fitting) => Promise<ImageBitmap> = scaled,
    hear: () => void = () => undefined,
  ) {
    this.#make = make;
    this.#hear = hear;
  }

  /** Whether the picture is being made, at whatever size. */
  isMaking(image: ImageBitmap): boolean {
    return this.#making.has(image);
  }

  /** The picture at this size; null until it is made. */
  look(image: ImageBitmap, width: number, height: number): ImageBitmap | null {
    const made = this.#made.get(image);
    return made?.width === width && made.height === height ? made.image : null;
  }

  /** What may be shown next, the likeliest first; anything else is let go. */
  want(fittings: readonly Fitting[]): void {
    const wanted = fittings.filter(({ image, width }) => width < image.width).slice(0, MOST);
    const sizes = new Map(wanted.map((each) => [each.image, each]));
    for (const [image, made] of this.#made) {
      if (isSameSize(made, sizes.get(image))) continue;
      made.image.close();
      this.#made.delete(image);
    }
    for (const [image, making] of this.#making) {
      if (!isSameSize(making, sizes.get(image))) this.#making.delete(image);
    }
    for (const each of wanted) {
      if (!this.#made.has(each.image) && !this.#making.has(each.image)) void this.#begin(each);
    }
  }

  close(): void {
    this.want([]);
  }

  async #begin(fitting: Fitting): Promise<void> {
    this.#making.set(fitting.image, fitting);
    // A picture that was let go meanwhile cannot be scaled: then nobody wants it any more.
    const made = await this.#make(fitting).catch(() => null);
    const isWanted = this.#making.get(fitting.image) === fitting;
    if (!isWanted) {
      made?.close();
      return;
    }
    this.#making.delete(fitting.image);
    if (made !== null) this.#made.set(fitting.image, { ...fitting, image: made });
    this.#hear();
  }
}

function isSameSize(one: Fitting, other: Fitting | undefined): boolean {
  return one.width === other?.width && one.height === other.height;
}

/** Decoded anew: beside the page's own work, where scaling a bitmap would hold it up. */
export function scaled({ source, width, height }: Fitting): Promise<ImageBitmap> {
  return createImageBitmap(source, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: "high",
  });
}
