import { PAGE_WIDTH, pageHeight } from "../ink/geometry.ts";
import type { SheetMark } from "../meeting/room.ts";
import type { PageSize } from "../protocol/messages.ts";
import { changeOf } from "./changed_marks.ts";
import { type Box, paintHighlights } from "./highlights.ts";
import { inSight } from "./ink_layer.ts";
import type { Layer } from "./layer.ts";
import { type Brush, paintMark } from "./mark_paint.ts";
import { isSamePicture, paintTiles, type TilePicture } from "./tile_paint.ts";
import { type Placement, type Stage, samePlacement, sameStage } from "./view.ts";

/** A page as it lies on the stage, without anything on it. */
export interface PlainPage {
  readonly stage: Stage;
  readonly placement: Placement;
  readonly size: PageSize;
  readonly key: string;
  /** The page itself, its stand-in, or null for a white sheet. */
  readonly image: ImageBitmap | null;
  /** The same just as large as it is shown here, if it was made before. */
  readonly fitted: ImageBitmap | null;
}

/** A page with what lies in its paper. */
export interface PaperPage extends PlainPage {
  /** The same in finer pixels, as far as they are here. */
  readonly closer: TilePicture;
  /** What a search found here. */
  readonly hits: readonly Box[];
  /** Of the highlighter, which multiplies with the page so that text stays dark. */
  readonly highlights: readonly SheetMark[];
}

/** The parts of a layer that paper is painted on. */
export type Paper = Pick<
  Layer,
  "resize" | "shrink" | "clear" | "onPage" | "lay" | "call" | "show" | "remove"
>;

/**
 * The page shown, and unseen beneath it the one a turn most likely goes to, painted already.
 *
 * Where no graphics card does it, painting a page takes 5 to 25 ms and showing what was painted
 * before takes none: a turn to the page that lies ready only changes which of the two is seen.
 */
export class PaperLayer {
  readonly #brush: Brush;
  #shown: Paper;
  #spare: Paper;
  #before: PaperPage | null = null;
  #isFitted = false;
  /** What the spare holds. */
  #ready: PlainPage | null = null;
  #shownStage: Stage | null = null;
  #spareStage: Stage | null = null;

  constructor(shown: Paper, spare: Paper, brush: Brush) {
    this.#shown = shown;
    this.#spare = spare;
    this.#brush = brush;
    this.#spare.shrink();
    this.#name();
  }

  /** The key of the page that lies ready; null when none does. */
  get ready(): string | null {
    return this.#ready?.key ?? null;
  }

  /** Paints what has changed; all of it where the page is new or lies elsewhere. */
  paint(page: PaperPage): void {
    const before = this.#before;
    this.#before = page;
    const isThere =
      before !== null &&
      before.key === page.key &&
      sameStage(before.stage, page.stage) &&
      samePlacement(before.placement, page.placement);
    if (!isThere && this.#turnTo(page)) {
      this.#mark(page, page.highlights);
      return;
    }
    const change = changeOf(before?.highlights ?? [], page.highlights);
    const isSame =
      isThere &&
      before.image === page.image &&
      isSamePicture(before.closer, page.closer) &&
      before.hits === page.hits;
    if (isSame && change.kind === "none") return;
    if (isSame && change.kind === "more") {
      this.#highlight(page, page.highlights.slice(change.from));
      return;
    }
    if (this.#shownStage === null || !sameStage(this.#shownStage, page.stage)) {
      this.#shown.resize(page.stage);
      this.#shownStage = page.stage;
    }
    // What was scaled here and what was scaled before differ by a hair: a page that lies still
    // keeps the one it was first laid with.
    if (!isThere || before.image !== page.image) this.#isFitted = page.fitted !== null;
    this.#paintPlain(this.#shown, page, this.#isFitted, page.closer);
    this.#mark(page, page.highlights);
  }

  /** Has a page lie ready for a turn; null lets go of the one that does. */
  prepare(page: PlainPage | null): void {
    if (page === null) {
      // The memory goes back too: a page that is looked at closely needs its tiles more.
      if (this.#spareStage !== null) this.#spare.shrink();
      this.#ready = this.#spareStage = null;
      return;
    }
    if (this.#ready !== null && isSamePlain(this.#ready, page)) return;
    if (this.#spareStage === null || !sameStage(this.#spareStage, page.stage)) {
      this.#spare.resize(page.stage);
      this.#spareStage = page.stage;
    }
    this.#paintPlain(this.#spare, page, page.fitted !== null, null);
    this.#ready = page;
  }

  /** Nothing is shown, and nothing lies ready. */
  clear(): void {
    this.#shown.clear();
    this.prepare(null);
    this.#before = null;
  }

  remove(): void {
    this.#shown.remove();
    this.#spare.remove();
  }

  /** Shows what lies ready, if it is just this page. */
  #turnTo(page: PaperPage): boolean {
    const ready = this.#ready;
    if (ready === null || page.closer.tiles.length > 0 || !isSamePlain(ready, page)) return false;
    [this.#shown, this.#spare] = [this.#spare, this.#shown];
    [this.#shownStage, this.#spareStage] = [this.#spareStage, this.#shownStage];
    this.#name();
    this.#isFitted = ready.fitted !== null;
    this.#ready = null;
    return true;
  }

  #name(): void {
    this.#shown.call("paper");
    this.#shown.show(true);
    this.#spare.call("spare");
    this.#spare.show(false);
  }

  #paintPlain(
    paper: Paper,
    { image, fitted, size, placement, stage }: PlainPage,
    isFitted: boolean,
    closer: TilePicture | null,
  ): void {
    paper.clear();
    const context = paper.onPage(placement, pageHeight(size));
    if (isFitted && fitted !== null) {
      paper.lay(fitted, placement);
    } else {
      context.fillStyle = "#fff";
      context.fillRect(0, 0, PAGE_WIDTH, pageHeight(size));
      context.imageSmoothingQuality = "high";
      // Under tiles that leave nothing of it to be seen it would only cost time.
      if (image !== null && closer?.covers !== true) {
        context.drawImage(image, 0, 0, PAGE_WIDTH, pageHeight(size));
      }
    }
    if (closer !== null) paintTiles(context, closer.tiles, size, placement, stage);
  }

  #mark(page: PaperPage, highlights: readonly SheetMark[]): void {
    if (page.hits.length > 0) {
      const context = this.#shown.onPage(page.placement, pageHeight(page.size));
      paintHighlights(context, page.hits, this.#brush.inks.hit);
    }
    this.#highlight(page, highlights);
  }

  #highlight(page: PaperPage, highlights: readonly SheetMark[]): void {
    if (highlights.length === 0) return;
    const context = this.#shown.onPage(page.placement, pageHeight(page.size));
    context.globalCompositeOperation = "multiply";
    for (const mark of inSight(highlights, page)) paintMark(context, mark, this.#brush);
  }
}

function isSamePlain(one: PlainPage, other: PlainPage): boolean {
  return (
    one.key === other.key &&
    one.image === other.image &&
    sameStage(one.stage, other.stage) &&
    samePlacement(one.placement, other.placement)
  );
}
