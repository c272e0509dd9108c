import type { Translate, WordKey } from './translate.ts';

/** The sentence for why something could not be shown or changed; unlike `sentence`, no save hangs on it. */
export function problem(code: string, words: Translate): string {
  const key = `library.problem.${code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  return words(key as WordKey) || words('library.problem.unknown');
}
