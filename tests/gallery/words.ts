import type { Translate } from '../../lib/words/translate.ts';

/** The English words, put in by the build; `$1`, `$2` … are filled as the browser would. */
declare const englishWords: Readonly<Record<string, string>>;

/** Translates as `browser.i18n` does, outside an extension. A key without words shows as itself. */
export function createWords(): Translate {
  return (key, ...values) =>
    (englishWords[key] ?? (key.includes('_') ? '' : `⟦${key}⟧`)).replace(/\$(\d)/g, (_, at) =>
      String(values[Number(at) - 1] ?? ''),
    );
}
