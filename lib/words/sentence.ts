import type { Translate, WordKey } from './translate.ts';

/** The sentence for a failure's code: what happened, whether the save is safe, what to do; `board` fills `$1`. */
export function sentence(code: string, words: Translate, board = ''): string {
  const key = `error.${code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  return words(key as WordKey, board) || words('error.unknown');
}
