import type { HistoryEntry } from './history-entry.ts';

const columns = ['saved at', 'outcome', 'board', 'title', 'page', 'page title', 'picture'] as const;

/** The history as JSON, one object per save, times in ISO 8601. */
export function historyAsJson(entries: readonly HistoryEntry[]): string {
  return JSON.stringify(entries.map(rowOf), null, 2);
}

/** The history as CSV (RFC 4180), with a cell that a spreadsheet would take for a formula made harmless. */
export function historyAsCsv(entries: readonly HistoryEntry[]): string {
  const lines = [columns, ...entries.map((entry) => Object.values(rowOf(entry)))];
  return lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function rowOf(entry: HistoryEntry): Record<(typeof columns)[number], string> {
  return {
    'saved at': new Date(entry.savedAtMs).toISOString(),
    outcome: entry.outcome,
    board: entry.board,
    title: entry.title,
    page: entry.pageUrl,
    'page title': entry.pageTitle,
    picture: entry.pictureUrl,
  };
}

/** https://owasp.org/www-community/attacks/CSV_Injection */
function cellOf(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
