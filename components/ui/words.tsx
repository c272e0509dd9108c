import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Plural } from '../../lib/words/plural.ts';
import type { Translate } from '../../lib/words/translate.ts';

const Words = createContext<Translate>((key) => key);
const Plurals = createContext<Plural>((key, count) => `${key} ${count}`);

/** Gives the components below it their language; the entrypoint passes the browser's. */
export const WordsProvider = Words.Provider;

/** Gives the components below it their language's plurals and digits. */
export const PluralProvider = Plurals.Provider;

/** The sentence for a key of `locales/`, in the person's language. */
export function useWords(): Translate {
  return useContext(Words);
}

/** The sentence for a key of `locales/` that has a form per plural category. */
export function usePlural(): Plural {
  return useContext(Plurals);
}
