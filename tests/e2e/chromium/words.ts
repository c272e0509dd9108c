import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extensionPath } from './browser.ts';

/** A sentence of the shipped English locale, by its key in `locales/en.yml` (`error.signInDenied`). */
export function sentenceOf(key: string): string {
  const file = readFileSync(path.join(extensionPath, '_locales/en/messages.json'), 'utf8');
  const messages: Record<string, { message: string }> = JSON.parse(file);
  const { message } = messages[key.replaceAll('.', '_')] ?? {};
  if (!message) throw new Error(`the build has no words for ${key}`);
  return message;
}
