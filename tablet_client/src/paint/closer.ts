import { PAGE_WIDTH } from "../ink/geometry.ts";
import { closerLook, type Seen } from "../pages/closer_look.ts";
import type { TileShelf } from "../pages/tile_shelves.ts";
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
  readonly #shelf: TileShelf;
  readonly #steadiness = new Steadiness();

  /** `shelf`: this sheet's own, closed by it. */
  constructor(shelf: TileShelf) {
    this.#shelf = shelf;
  }

  /** There is no page: its tiles are freed. */
  leave(): void {
    this.#shelf.want(null, []);
  }

  /** The sheet is gone. */
  close(): void {
    this.#shelf.close();
  }

  /** Asks for what is missing once the page lies still; called with every paint. */
  frame(stage: Stage, placement: SheetPlacement, image: ImageBitmap | null): Closer {
    const { page } = placement;
    const look =
      image === null
        ? null
        : closerLook(seenFrom(stage, placement, image.width), this.#shelf.bytes);
    const isSteady = this.#steadiness.frame(pageKey(page), placement);
    if (isSteady) this.#shelf.want(page, look?.wanted ?? []);
    return {
      picture: look === null ? NO_TILES : picture(this.#shelf.held(page), look),
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
