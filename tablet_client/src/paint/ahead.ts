import { type PacketPage, pageFrom } from "../meeting/packet.ts";
import type { Room } from "../meeting/room.ts";
import type { Wanted } from "../pages/full_images.ts";
import type { Pages } from "../pages/pages.ts";
import type { PageSize } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { FittedPages } from "./fitted_pages.ts";
import type { Looking } from "./looking.ts";
import { isAllHere, maySee, sizeOf, wantedPages } from "./page_shown.ts";
import type { PlainPage } from "./paper_layer.ts";
import { type Placement, placeOn, WHOLE_PAGE } from "./view.ts";

/** Two frames: what was turned to is on the glass before anything is done for the next turn. */
const AFTER_MS = 34;

export interface AheadParts {
  readonly room: Room;
  readonly pages: Pages;
  /** Beside another sheet, which sees to what is fetched for both. */
  readonly isBeside: boolean;
  readonly looking: Looking;
  /** Has a page lie ready, or none. */
  readonly prepare: (page: PlainPage | null) => void;
}

/** Sees to the pages a turn may go to: fetched, made to the glass's size, and one lying ready. */
export class Ahead {
  readonly #parts: AheadParts;
  readonly #fitted = new FittedPages(() => this.soon());
  #wanted: readonly Wanted[] = [];
  #entry: PacketPage | null = null;
  #step: 1 | -1 = 1;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(parts: AheadParts) {
    this.#parts = parts;
  }

  /** The picture of a page at just the size it has here; null when there is none. */
  fitted(image: ImageBitmap, placement: Placement, size: PageSize): ImageBitmap | null {
    return this.#fitted.look(image, this.#parts.looking.stage, placement, size);
  }

  /** Whether all a turn from this page may go to is here, as far as it is drawn. */
  isAllHere(entry: PacketPage): boolean {
    const { room, pages } = this.#parts;
    return isAllHere(wantedPages(room, entry), pages);
  }

  /** Another page is shown, or others may be turned to: at once only what is waited for. */
  want(entry: PacketPage | null): void {
    const { room, pages, isBeside } = this.#parts;
    this.#turn(entry);
    this.#wanted = wantedPages(room, entry);
    const [shown] = this.#wanted;
    const isHere = shown !== undefined && pages.look(shown.page).kind === "ready";
    if (!isHere && !isBeside) pages.want(this.#wanted);
    this.soon();
  }

  /** In a moment, whatever is missing: after something came, or lies elsewhere. */
  soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const { room, pages, isBeside, looking, prepare } = this.#parts;
      if (!isBeside) pages.want(this.#wanted);
      this.#fitted.ready(looking.stage, this.#wanted, room.packet.peek(), pages);
      const next = this.#next();
      if (next !== "coming") prepare(next);
    }, AFTER_MS);
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#fitted.close();
  }

  /** A reader who goes back goes on going back. */
  #turn(entry: PacketPage | null): void {
    const [before, now] = [this.#entry?.number, entry?.number];
    if (before !== undefined && now !== undefined && before !== now) {
      this.#step = now === before - 1 ? -1 : 1;
    }
    this.#entry = entry;
  }

  /** The page to lie ready; one nearer than whole is painted when it is turned to. */
  #next(): PlainPage | "coming" | null {
    const { room, pages, looking } = this.#parts;
    const { stage } = looking;
    if (this.#entry === null || looking.isZoomed || stage.width === 0 || !maySee(room)) return null;
    const [packet, { number }] = [room.packet.peek(), this.#entry];
    const next = pageFrom(packet, number, this.#step) ?? pageFrom(packet, number, -this.#step);
    const size = sizeOf(next);
    if (next === null || size === null) return null;
    const look = pages.look(next.page);
    if (look.kind !== "ready" || this.#fitted.isMaking(look.image)) return "coming";
    const { image } = look;
    const placement = placeOn(stage, size, WHOLE_PAGE);
    const fitted = this.fitted(image, placement, size);
    return { key: pageKey(next.page), stage, placement, size, image, fitted };
  }
}
