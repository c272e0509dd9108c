import * as z from 'zod/mini';
import { Failure } from '../failure.ts';
import { dictionary } from '../shapes.ts';
import { Settings } from './settings.ts';

const File = z.object({
  tack: z.literal('settings'),
  version: z.literal(1),
  settings: dictionary(z.unknown()),
});

/** Settings as a file to keep or to take to another browser. It holds no connection, no board and no history. */
export function exportSettings(settings: Settings): string {
  return `${JSON.stringify({ tack: 'settings', version: 1, settings }, undefined, 2)}\n`;
}

/**
 * Settings out of such a file. A value that is not understood falls back by itself.
 * @throws Failure `settings-unreadable` when the text is no file of settings
 */
export function readSettings(text: string): Settings {
  const file = File.safeParse(parse(text));
  if (!file.success) throw new Failure('settings-unreadable', 'no file of settings');
  return Settings.parse(file.data.settings);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
