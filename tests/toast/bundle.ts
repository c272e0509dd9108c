import { fileURLToPath } from 'node:url';
import { preact } from '@preact/preset-vite';
import { build } from 'vite';
import { wordsOf } from '../gallery/locale.ts';

const entry = fileURLToPath(new URL('show.tsx', import.meta.url));

/** The toasts as one script that leaves `tackToasts` behind, in one of our languages. */
export async function bundleToasts(locale: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    define: { englishWords: JSON.stringify(await wordsOf(locale)) },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'tackToasts', fileName: 'toasts' } },
  });
  const [result] = [output].flat();
  if (!result || !('output' in result)) throw new Error('The toasts could not be bundled.');
  return result.output[0].code;
}
