import { type GeneratedI18nStructure, i18n } from '#i18n';

export type WordKey = keyof GeneratedI18nStructure;

/** Gives the sentence for a key; `values` fill `$1`, `$2` … in order. */
export type Translate = (key: WordKey, ...values: (string | number)[]) => string;

/** The browser chooses the language; a key that a locale lacks falls back to English. */
export const translate: Translate = (key, ...values) => i18n.t(key as never, values.map(String) as never);
