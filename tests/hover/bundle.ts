import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const entry = fileURLToPath(new URL('../../entrypoints/hover/button.ts', import.meta.url));

/** The hover button as one script that leaves `tackHoverButton` behind. */
export async function bundleButton(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'tackHoverButton', fileName: 'button' } },
  });
  const [result] = [output].flat();
  if (!result || !('output' in result)) throw new Error('The button could not be bundled.');
  return result.output[0].code;
}
