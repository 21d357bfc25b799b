/** One thing somebody wrote, as a table has it. */
export interface TableLine {
  readonly page: number;
  readonly item: string;
  readonly document: string;
  readonly who: string;
  readonly kind: string;
  readonly text: string;
}

/** A spreadsheet takes a cell that begins so for a formula, and would calculate what people wrote. */
const FORMULA = /^[=+\-@\t\r]/u;

/** Excel reads UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = "\u{feff}";

/** Lines as CSV (RFC 4180), for spreadsheets. */
export function csvOf(columns: readonly string[], lines: readonly TableLine[]): string {
  const rows = lines.map(({ page, item, document, who, kind, text }) =>
    [String(page), item, document, who, kind, text].map(cell).join(","),
  );
  return `${BYTE_ORDER_MARK}${[columns.map(cell).join(","), ...rows].join("\r\n")}\r\n`;
}

/** Lines as text that people read: page by page. */
export function textOf(lines: readonly TableLine[], pageName: (page: number) => string): string {
  const parts: string[] = [];
  let at: number | null = null;
  for (const { page, item, who, text } of lines) {
    if (page !== at) parts.push(`${parts.length > 0 ? "\n" : ""}${pageName(page)} · ${item}`);
    at = page;
    parts.push(`- ${who}: ${text.replace(/\n/gu, "\n  ")}`);
  }
  return parts.join("\n");
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
