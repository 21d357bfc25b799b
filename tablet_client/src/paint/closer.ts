import { PAGE_WIDTH } from "../ink/geometry.ts";
import { closerLook, type Seen } from "../pages/closer_look.ts";
import type { Pages } from "../pages/pages.ts";
import { pageKey } from "../protocol/page_key.ts";
import type { SheetPlacement } from "./looking.ts";
import { Steadiness } from "./steadiness.ts";
import { NO_TILES, picture, type TilePicture } from "./tile_paint.ts";
import type { Stage } from "./view.ts";

/** What one frame shows in finer pixels. */
export interface Closer {
  readonly picture: TilePicture;
  /** The level looked at; null while the page's own image is as sharp as the screen. */
  readonly level: number | null;
  /** Nothing has been asked for: the page is on its way, look again with the next frame. */
  readonly isOnItsWay: boolean;
}

/** Sees to the tiles of the page shown. */
export class CloserLooks {
  readonly #pages: Pages | null;
  readonly #steadiness = new Steadiness();

  /** Tiles are held of one page only: a sheet that may not want any has no `pages`. */
  constructor(pages: Pages | null) {
    this.#pages = pages;
  }

  /** There is no page: its tiles are freed. */
  leave(): void {
    this.#pages?.wantTiles(null, []);
  }

  /** Asks for what is missing once the page lies still; called with every paint. */
  frame(stage: Stage, placement: SheetPlacement, image: ImageBitmap | null): Closer {
    const { page } = placement;
    if (this.#pages === null) return { picture: NO_TILES, level: null, isOnItsWay: false };
    const look =
      image === null
        ? null
        : closerLook(seenFrom(stage, placement, image.width), this.#pages.budget.tileBytes);
    const isSteady = this.#steadiness.frame(pageKey(page), placement);
    if (isSteady) this.#pages.wantTiles(page, look?.wanted ?? []);
    return {
      picture: look === null ? NO_TILES : picture(this.#pages.tiles(page), look),
      level: look?.level ?? null,
      isOnItsWay: !isSteady,
    };
  }
}

function seenFrom(
  stage: Stage,
  { size, scale, left, top }: SheetPlacement,
  imageWidth: number,
): Seen {
  const { width, height, ratio } = stage;
  return {
    size,
    imageWidth,
    across: PAGE_WIDTH * scale * ratio,
    left: left * ratio,
    top: top * ratio,
    stageWidth: width * ratio,
    stageHeight: height * ratio,
  };
}
