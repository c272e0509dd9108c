export type Cell = string | number | null | undefined;

/** What a spreadsheet takes for the start of a formula, in ASCII and full width, and white space that hides one. */
const formula = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Rows as CSV (RFC 4180), with a byte order mark so that spreadsheets read UTF-8. Text that a spreadsheet would run as
 * a formula gets an apostrophe in front; numbers stay numbers. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
