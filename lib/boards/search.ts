import type { Board, BoardMatch, BoardSearch, Section } from './board.ts';
import { fold, foldWithMap } from './fold.ts';
import { startsWithTypo } from './typo.ts';

/** More would not be read by anyone, and the picker says to type on. */
const mostMatches = 200;

interface Entry {
  readonly board: Board;
  readonly section: Section | undefined;
  readonly isRecent: boolean;
  /** Where the section's own name starts in the haystack; 0 for a board. */
  readonly ownStart: number;
}

/** The text that a board or section is found and shown by. */
export function boardLabel(board: Board, section?: Section): string {
  return section ? `${board.name} › ${section.name}` : board.name;
}

/**
 * Indexes boards and their sections for the picker. Case, accents and width do not matter, every word must occur,
 * and when no word does, one wrong, missing, extra or swapped letter a word is forgiven (lib/boards/typo.ts).
 * `recentIds` are board ids, or `boardId/sectionId`, and come first. The index is made by the first call:
 * call with an empty query when idle, and the first letter typed costs no more than the next.
 */
export function createBoardSearch(boards: readonly Board[], recentIds: readonly string[] = []): BoardSearch {
  let index: Index | undefined;
  return (query) => {
    index ??= createIndex(boards, new Set(recentIds));
    const { entries, haystack } = index;
    const words = spaced(query).split(' ').filter(Boolean);
    if (words.length === 0) return [];
    const exact = findExact(entries, haystack, words);
    const found = exact.length > 0 ? exact : findWithTypo(haystack, words);
    return found.slice(0, mostMatches).flatMap((at) => {
      const entry = entries[at];
      return entry ? [toMatch(entry, words)] : [];
    });
  };
}

interface Index {
  readonly entries: readonly Entry[];
  readonly haystack: readonly string[];
}

function createIndex(boards: readonly Board[], recent: ReadonlySet<string>): Index {
  const entries: Entry[] = [];
  const haystack: string[] = [];
  for (const board of boards) {
    const name = spaced(board.name);
    haystack.push(name);
    entries.push({ board, section: undefined, isRecent: recent.has(board.id), ownStart: 0 });
    for (const section of board.sections ?? []) {
      haystack.push(name + spaced(section.name));
      entries.push({ board, section, isRecent: recent.has(`${board.id}/${section.id}`), ownStart: name.length });
    }
  }
  return { entries, haystack };
}

/** Folded, with a space before every word, so that a word's start is found by a plain `includes`. */
function spaced(text: string): string {
  return ` ${fold(text).replace(/[^\p{L}\p{N}]/gu, ' ')}`;
}

/** Indices of the entries that hold every word, best rank first; linear, since one letter can match everything. */
function findExact(entries: readonly Entry[], haystack: readonly string[], words: readonly string[]): number[] {
  const ranked: number[][] = Array.from({ length: 9 }, () => []);
  const [first = ''] = words;
  const whole = ` ${words.join(' ')}`;
  for (let index = 0; index < haystack.length; index++) {
    const text = haystack[index];
    const entry = entries[index];
    if (!text || !entry || !words.every((word) => text.includes(word))) continue;
    const isWhole = text.length === entry.ownStart + whole.length && text.endsWith(whole);
    ranked[isWhole ? 0 : 1 + rank(entry, text, first, words)]?.push(index);
  }
  return ranked.flat();
}

/**
 * 0 is best, after names that are just what was typed. Among names that hold a word themselves, recents lead, then those that start with it, then those where a
 * word starts with it, boards before sections; last come sections that only their board's name brought.
 */
function rank({ ownStart, isRecent }: Entry, text: string, first: string, words: readonly string[]): number {
  if (!words.some((word) => text.includes(word, ownStart))) return isRecent ? 6 : 7;
  const startsWord = words.some((word) => text.includes(` ${word}`, ownStart));
  if (isRecent) return startsWord ? 0 : 1;
  if (text.startsWith(` ${first}`, ownStart)) return ownStart === 0 ? 2 : 3;
  return startsWord ? 4 : 5;
}

function findWithTypo(haystack: readonly string[], words: readonly string[]): number[] {
  return haystack.flatMap((text, at) => (words.every((word) => startsWithTypo(text, word)) ? [at] : []));
}

function toMatch({ board, section }: Entry, words: readonly string[]): BoardMatch {
  const ranges = highlight(boardLabel(board, section), words);
  return section ? { board, section, ranges } : { board, ranges };
}

/** Where the words stand in the label, as pairs [start, end), in order and merged. */
function highlight(label: string, words: readonly string[]): number[] {
  const { folded, starts } = foldWithMap(label);
  const spans = words
    .map((word) => [folded.indexOf(word), word.length] as const)
    .filter(([at]) => at >= 0)
    .map(([at, length]) => [starts[at] ?? 0, starts[at + length] ?? label.length] as const)
    .sort(([a], [b]) => a - b);
  const merged: number[] = [];
  for (const [start, end] of spans) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last) merged[merged.length - 1] = Math.max(last, end);
    else merged.push(start, end);
  }
  return merged;
}
