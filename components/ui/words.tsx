import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from '../../lib/words/translate.ts';

const Words = createContext<Translate>((key) => key);

/** Gives the components below it their language; the entrypoint passes the browser's. */
export const WordsProvider = Words.Provider;

/** The sentence for a key of `locales/`, in the person's language. */
export function useWords(): Translate {
  return useContext(Words);
}
