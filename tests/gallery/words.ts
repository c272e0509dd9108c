import type { Translate } from '../../lib/words/translate.ts';

/** The English words, put in by the build; `$1`, `$2` … are filled as the browser would. */
declare const englishWords: Readonly<Record<string, string>>;

/**
 * Translates as `browser.i18n` does, outside an extension. A key without words shows as itself.
 * `stretch` makes texts longer, as other languages are.
 */
export function createWords(stretch = 1): Translate {
  const longer = (text: string) => text + text.slice(0, Math.round(text.length * (stretch - 1))).replace(/\$/g, '');
  return (key, ...values) =>
    longer(englishWords[key] ?? (key.includes('_') ? '' : `⟦${key}⟧`)).replace(/\$(\d)/g, (_, at) =>
      String(values[Number(at) - 1] ?? ''),
    );
}
