/**
 * What stands on the sheet: `next` lies ready beneath it, `zoom` in percent, `level` that of the
 * tiles, `sharp` without a gap, `ahead` with every page that may be turned to.
 */
export interface Standing {
  readonly page: string;
  readonly painted: string;
  readonly next: string;
  readonly strokes: number;
  readonly unsent: number;
  readonly zoom: number;
  readonly level: number | "";
  readonly sharp: boolean;
  readonly ahead: boolean;
}

/** What is reported of a stage without a page. */
export const NOTHING: Standing = {
  page: "",
  painted: "",
  next: "",
  strokes: 0,
  unsent: 0,
  zoom: 100,
  level: "",
  sharp: false,
  ahead: true,
};

/** Says it on the sheet's element, for tests and for whoever styles it. */
export function report(host: HTMLElement, standing: Standing): void {
  for (const [name, value] of Object.entries(standing)) host.dataset[name] = String(value);
}
