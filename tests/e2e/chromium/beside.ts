import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { extensionPath, launch } from './browser.ts';

/** The browser with the shipped build, and beside it another extension, made of a manifest and some files. */
export async function launchBeside(
  tlsPort: number,
  manifest: object,
  files: Readonly<Record<string, string>>,
): Promise<{ context: BrowserContext; otherId: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'other-extension-'));
  const all = { 'manifest.json': JSON.stringify({ manifest_version: 3, version: '1', ...manifest }), ...files };
  for (const [name, text] of Object.entries(all)) await writeFile(path.join(folder, name), text);
  const both = `${extensionPath},${folder}`;
  const args = [`--disable-extensions-except=${both}`, `--load-extension=${both}`];
  return { context: await launch({ tlsPort, args }), otherId: idOf(folder) };
}

/** The id that Chromium gives an unpacked extension without a key: of its path's hash, in the letters a to p. */
function idOf(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digits].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}
