import { fold } from '../boards/fold.ts';
import type { HistoryLine } from '../messages/library-views.ts';

/** What of the history is wanted; empty fields want everything. */
export interface HistoryQuery {
  readonly words: string;
  readonly site: string;
  readonly board: string;
  /** Days of this computer's calendar, `YYYY-MM-DD`, both included. */
  readonly fromDay: string;
  readonly toDay: string;
}

export const wholeHistory: HistoryQuery = { words: '', site: '', board: '', fromDay: '', toDay: '' };

/** The lines that hold every word, on that site and board, in those days; their order stays. */
export function searchHistory(lines: readonly HistoryLine[], query: HistoryQuery): HistoryLine[] {
  const words = fold(query.words).split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    if (query.site && siteOf(line) !== query.site) return false;
    if (query.board && line.board !== query.board) return false;
    const day = localDay(line.savedAtMs);
    if ((query.fromDay && day < query.fromDay) || (query.toDay && day > query.toDay)) return false;
    if (words.length === 0) return true;
    const text = fold(`${line.title} ${line.pageTitle} ${line.board} ${siteOf(line)}`);
    return words.every((word) => text.includes(word));
  });
}

/** The host of the page a picture was saved from, without `www.`; empty when it has none. */
export function siteOf({ pageUrl }: Pick<HistoryLine, 'pageUrl'>): string {
  return URL.parse(pageUrl)?.host.replace(/^www\./, '') ?? '';
}

/** What can be chosen to narrow a history down, each once and in order. */
export function choicesOf(lines: readonly HistoryLine[]): { sites: string[]; boards: string[] } {
  const sorted = (names: string[]) => [...new Set(names)].filter(Boolean).sort((a, b) => a.localeCompare(b));
  return { sites: sorted(lines.map(siteOf)), boards: sorted(lines.map(({ board }) => board)) };
}

function localDay(ms: number): string {
  const at = new Date(ms);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
