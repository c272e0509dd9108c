import { fold } from './fold.ts';

/** One earlier save of this person: where from, what about, and to which board. */
export interface BoardHint {
  readonly boardId: string;
  readonly pageUrl: string;
  /** The pin's title, and the page's. */
  readonly words: string;
}

/** What a board is to be suggested for. */
export type Occasion = Omit<BoardHint, 'boardId'>;

/** A save from the same site speaks as loudly as this many of its words. */
const siteWeight = 2;
/** Below this a suggestion would be a guess. */
const least = 1;
const most = 3;

/**
 * The boards that this person would likely choose, best first, at most three: learned from their own saves alone. A
 * save speaks for its board when it came from the same site, or shares words with the page; a word that many boards
 * share says little.
 *
 * @param hints newest first; older saves speak more softly
 */
export function suggestBoards(hints: readonly BoardHint[], { pageUrl, words }: Occasion): string[] {
  const site = siteOf(pageUrl);
  const asked = wordsOf(words);
  const spread = boardsByWord(hints);
  const scores = new Map<string, number>();
  for (const [age, hint] of hints.entries()) {
    const own = wordsOf(hint.words);
    const shared = [...asked].filter((word) => own.has(word));
    const said = shared.reduce((sum, word) => sum + 1 / (spread.get(word)?.size ?? 1), 0);
    const isSameSite = site !== '' && siteOf(hint.pageUrl) === site;
    const weight = (isSameSite ? siteWeight : 0) + said;
    if (weight > 0) scores.set(hint.boardId, (scores.get(hint.boardId) ?? 0) + weight / (1 + age / 50));
  }
  return [...scores]
    .filter(([, score]) => score >= least)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([boardId]) => boardId);
}

function boardsByWord(hints: readonly BoardHint[]): ReadonlyMap<string, ReadonlySet<string>> {
  const spread = new Map<string, Set<string>>();
  for (const { boardId, words } of hints) {
    for (const word of wordsOf(words)) spread.set(word, (spread.get(word) ?? new Set()).add(boardId));
  }
  return spread;
}

/** Words of three letters and more; of scripts without spaces, what stands between signs. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(fold(text).match(/[\p{L}\p{M}]{3,}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2,}/gu) ?? []);
}

function siteOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';
}
