import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preact } from '@preact/preset-vite';
import { build, preview } from 'vite';
import { wordsOf } from './locale.ts';

const here = import.meta.dirname;
/** What the shipped pages are held to; pictures of the gallery are `data:`. */
const csp = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data: blob:";

/** Builds the gallery as the extension is built, and serves it on loopback under the extension's own CSP. */
export async function serveGallery(): Promise<{ url: string; stop: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'tack-gallery-'));
  const shared = { root: here, configFile: false, logLevel: 'warn' } as const;
  await build({
    ...shared,
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    define: { englishWords: JSON.stringify(await wordsOf('en')) },
    build: { outDir, emptyOutDir: true, modulePreload: false },
  });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': csp } },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the gallery is not served');
  return {
    url,
    stop: async () => {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
