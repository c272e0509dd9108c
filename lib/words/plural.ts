import type { Translate, WordKey } from './translate.ts';

/** A key that stands in the locale once per plural category, as `…_one`, `…_other`. */
export type PluralKey = WordKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** Gives the sentence for `count`; `$1` is the count in the language's digits, `values` fill `$2`, `$3` … */
export type Plural = (key: PluralKey, count: number, ...values: (string | number)[]) => string;

/** Picks the plural form that `rules` name; a category that the locale lacks falls back to `other`. */
export function createPlural(translate: Translate, rules: Intl.PluralRules): Plural {
  const numbers = new Intl.NumberFormat(rules.resolvedOptions().locale);
  return (key, count, ...values) => {
    const shown = numbers.format(count);
    return (
      translate(`${key}_${rules.select(count)}` as WordKey, shown, ...values) ||
      translate(`${key}_other` as WordKey, shown, ...values)
    );
  };
}
