import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createPlural, type Plural } from '../../../lib/words/plural.ts';
import type { Translate, WordKey } from '../../../lib/words/translate.ts';
import { extensionPath } from './browser.ts';

/** The languages of the shipped build, as its folders are named. */
export const extensionLocales = ['en', 'zh_CN', 'ja', 'ar', 'es', 'de', 'fr', 'pt_BR'] as const;
type Locale = (typeof extensionLocales)[number];

/** What the shipped build says in one language. */
export interface Words {
  readonly locale: Locale;
  /** BCP 47. */
  readonly tag: string;
  readonly t: Translate;
  readonly plural: Plural;
  /** Every sentence with its placeholders, by its key with underscores. */
  readonly all: ReadonlyMap<string, string>;
}

/** The shipped words of a language; a key that it lacks is an error, but for plurals. */
export function wordsIn(locale: Locale): Words {
  const file = readFileSync(path.join(extensionPath, '_locales', locale, 'messages.json'), 'utf8');
  const messages: Record<string, { message: string }> = JSON.parse(file);
  const find = (key: string) => messages[key.replaceAll('.', '_')]?.message ?? '';
  const fill = (message: string, values: readonly (string | number)[]) =>
    message.replace(/\$(\d)/g, (_, at) => String(values[Number(at) - 1] ?? ''));
  const t: Translate = (key, ...values) => {
    const message = find(key);
    if (!message) throw new Error(`the build has no words for ${key} in ${locale}`);
    return fill(message, values);
  };
  const tag = find('language');
  const plural = createPlural((key, ...values) => fill(find(key), values), new Intl.PluralRules(tag));
  return { locale, tag, t, plural, all: new Map(Object.entries(messages).map(([key, { message }]) => [key, message])) };
}

export const english = (): Words => wordsIn('en');

/** A sentence of the shipped English locale, by its key in `locales/en.yml` (`error.signInDenied`). */
export function sentenceOf(key: string): string {
  return english().t(key as WordKey);
}
