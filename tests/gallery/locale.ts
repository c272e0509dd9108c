import { fileURLToPath } from 'node:url';
import { parseMessagesFile } from '@wxt-dev/i18n/build';

/** The words of a language of ours, by their keys with dots; for `createWords`. */
export async function wordsOf(locale: string): Promise<Record<string, string>> {
  const messages = await parseMessagesFile(fileURLToPath(new URL(`../../locales/${locale}.yml`, import.meta.url)));
  return Object.fromEntries(
    messages.flatMap((message) => (message.type === 'simple' ? [[message.key.join('.'), message.message]] : [])),
  );
}
