import { PAGE_WIDTH, pageHeight } from "../ink/geometry.ts";
import { findPage, type PacketPage } from "../meeting/packet.ts";
import type { Wanted } from "../pages/full_images.ts";
import type { Pages } from "../pages/pages.ts";
import type { PageSize } from "../protocol/messages.ts";
import { Fitted, scaled } from "./fitted.ts";
import { sizeOf } from "./page_shown.ts";
import { type Placement, placeOn, type Stage, WHOLE_PAGE } from "./view.ts";

/** The pictures a turn may show next, as large as this stage shows them. */
export class FittedPages {
  readonly #fitted: Fitted;
  #known = "";

  /** `hear` is told whenever one more is made, or cannot be. */
  constructor(hear: () => void) {
    this.#fitted = new Fitted(scaled, hear);
  }

  /** Whether a page's picture at its size here is on its way. */
  isMaking(image: ImageBitmap): boolean {
    return this.#fitted.isMaking(image);
  }

  /** The picture of a page at just the size it has here; null when there is none. */
  look(image: ImageBitmap, stage: Stage, placement: Placement, size: PageSize): ImageBitmap | null {
    const [width, height] = pixelsOf(stage, placement, size);
    return this.#fitted.look(image, width, height);
  }

  /** Has those made that are wanted and here; to be told whenever either changed. */
  ready(
    stage: Stage,
    wanted: readonly Wanted[],
    packet: readonly PacketPage[],
    pages: Pages,
  ): void {
    const here = wanted.flatMap(({ page }) => {
      const size = sizeOf(findPage(packet, page));
      const look = pages.look(page);
      if (size === null || look.kind !== "ready") return [];
      const source = pages.source(look.image);
      return source === undefined ? [] : [{ page, size, image: look.image, source }];
    });
    const names = here.map(({ page }) => `${page.document_id}.${page.version}.${page.page}`);
    const known = `${stage.width} ${stage.height} ${stage.ratio} ${names.join(" ")}`;
    if (known === this.#known) return;
    this.#known = known;
    this.#fitted.want(
      here.map(({ image, source, size }) => {
        const [width, height] = pixelsOf(stage, placeOn(stage, size, WHOLE_PAGE), size);
        return { image, source, width, height };
      }),
    );
  }

  close(): void {
    this.#fitted.close();
  }
}

/** How many of the canvas's pixels a page takes. */
function pixelsOf(stage: Stage, { scale }: Placement, size: PageSize): readonly [number, number] {
  const unit = scale * stage.ratio;
  return [Math.round(PAGE_WIDTH * unit), Math.round(pageHeight(size) * unit)];
}
