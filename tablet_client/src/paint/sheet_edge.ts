import { PAGE_WIDTH, pageHeight } from "../ink/geometry.ts";
import type { PageSize } from "../protocol/messages.ts";
import type { Placement } from "./view.ts";

/** What lies under the canvases where the page is, for the theme's shadow: `.sheet-edge`. */
export class SheetEdge {
  readonly #element = document.createElement("div");

  constructor(host: HTMLElement) {
    this.#element.className = "sheet-edge";
    this.#element.hidden = true;
    Object.assign(this.#element.style, { position: "absolute", pointerEvents: "none" });
    host.append(this.#element);
  }

  place({ scale, left, top }: Placement, size: PageSize): void {
    this.#element.hidden = false;
    Object.assign(this.#element.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${PAGE_WIDTH * scale}px`,
      height: `${pageHeight(size) * scale}px`,
    });
  }

  hide(): void {
    this.#element.hidden = true;
  }

  remove(): void {
    this.#element.remove();
  }
}
